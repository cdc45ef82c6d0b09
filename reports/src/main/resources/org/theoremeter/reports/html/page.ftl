<#import "blocks.ftl" as show>
<!DOCTYPE html>
<html lang="en" xmlns="http://www.w3.org/1999/xhtml">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="color-scheme" content="light dark"/>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'"/>
<title>${title}</title>
<style>
<#include "style.css">
</style>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header>
<h1>${title}</h1>
<#if lead?has_content>
<p class="lead">${lead}</p>
</#if>
<#if headline?has_content>
<dl class="headline">
<#list headline as fact>
<div><dt>${fact.name}</dt><dd>${fact.value}</dd></div>
</#list>
</dl>
</#if>
</header>
<main id="main">
<#if sections?has_content>
<nav aria-label="Sections">
<table class="summary">
<caption class="quiet">Summary</caption>
<thead class="quiet"><tr><th scope="col">Result</th><th scope="col">Section</th></tr></thead>
<tbody>
<#list sections as section>
<tr><td><@show.badge section.badge/></td><th scope="row"><a href="#${section.id}">${section.title}</a><#if section.subtitle?has_content><span class="subtitle">${section.subtitle}</span></#if></th></tr>
</#list>
</tbody>
</table>
</nav>
</#if>
<#list sections as section>
<section id="${section.id}" aria-labelledby="heading:${section.id}">
<div class="heading">
<h2 id="heading:${section.id}"><a href="#${section.id}">${section.title}</a></h2>
<@show.badge section.badge/>
</div>
<#if section.subtitle?has_content>
<p class="subtitle">${section.subtitle}</p>
</#if>
<#list section.blocks as block>
<@show.block block/>
</#list>
</section>
</#list>
<#if checks?has_content>
<section id="checks:all" aria-labelledby="heading:checks:all">
<div class="heading"><h2 id="heading:checks:all">Checks</h2></div>
<ul class="checks">
<#list checks as check>
<li>
<@show.badge check.badge/>
<div>
<span class="name">${check.name}</span> <span class="group">${check.group}</span>
<#if check.message?has_content><p>${check.message}</p></#if>
<#if check.detail?has_content><details><summary>Evidence</summary><pre tabindex="0">${check.detail}</pre></details></#if>
</div>
</li>
</#list>
</ul>
</section>
</#if>
</main>
<#if provenance?has_content>
<footer>
<h2>Provenance</h2>
<@show.facts provenance/>
</footer>
</#if>
</body>
</html>
