// Owns: the page and the scripts it loads.

export const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Plan Rollup</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/host.css">
<link rel="stylesheet" href="/plugin.css">
</head>
<body>
<script src="/plugin.js"></script>
<script src="/host.js"></script>
</body>
</html>
`;

/** A CommonJS bundle as a function, so that the page can run it without eval. */
export function wrapPlugin(source) {
  return `window.pluginBundle = function (require, module, exports) {\n${source}\n};\n`;
}
