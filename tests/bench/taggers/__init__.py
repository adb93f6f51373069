"""How the benchmark speaks to each tool: one small file for one tool."""
