/** A card that tries everything against its readers; its one result is honest. */
export const HOSTILE_CARD = `---
license: "<script>alert('license')</script>"
tags: ["<img src=x onerror=alert('tag')>", "javascript:alert(1)"]
base_model: "../../<svg onload=alert('base')>"
license_name: '"><script>alert("name")</script>'
license_link: "javascript:alert('link')"
datasets: ["javascript:alert(1)", "//evil.example/x"]
model-index:
- name: "<script>alert('name')</script>"
  results:
  - task: {type: text-generation}
    dataset: {name: "ARC <img src=x onerror=alert('dataset')>", type: arc}
    metrics: [{type: acc_norm, value: 61.2}]
    source: {name: "</script><script>alert('source')</script>", url: "javascript:alert('url')"}
---
# Trap </script><script>alert('title')</script>

<script>alert('script')</script><img src=x onerror="alert('image')">
<svg onload="alert('svg')"></svg><iframe src="https://evil.example/"></iframe>
<style>body { background: url(https://evil.example/style.png) }</style>
<p style="background:url(https://evil.example/attribute.png)" onclick="alert('click')">styled</p>
<form action="https://evil.example"><button>send</button></form>
<meta http-equiv="refresh" content="0;url=https://evil.example"><base href="https://evil.example/">
<link rel="stylesheet" href="https://evil.example/x.css"><object data="https://evil.example/x"></object>
<a name="proofs"></a><div id="board">clobber</div><img name="cookie" id="body">

![tracker](https://evil.example/pixel.png) [go](javascript:alert('markdown')) <https://evil.example/>

| Benchmark </script><script>alert('header')</script> | Value |
|---|---|
| MMLU (5-shot) <img src=x onerror=alert('label')> | 63.4 |
| HellaSwag (10-shot) | 80.1</script><script>alert('cell')</script> |
`;
