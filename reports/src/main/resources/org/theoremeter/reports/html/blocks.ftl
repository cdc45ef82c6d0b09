<#macro badge it><span class="badge ${it.tone}"><span class="mark" aria-hidden="true">${it.mark}</span>${it.text}</span></#macro>

<#macro facts all>
<dl class="facts">
<#list all as fact>
<div><dt>${fact.name}</dt><dd>${fact.value}</dd></div>
</#list>
</dl>
</#macro>

<#macro math it><#if it.mathMl?has_content>${it.mathMl}<#else><span class="text">${it.text}</span></#if></#macro>

<#macro block it>
<#switch it.kind>
<#case "paragraph">
<p>${it.text}</p>
<#break>
<#case "formula">
<div class="formula" tabindex="0" role="group" aria-label="Formula"><@math it/></div>
<#break>
<#case "chain">
<ol class="chain">
<#list it.lines as line>
<li class="${line.kind}">
<div class="formula" tabindex="0" role="group" aria-label="Formula"><@math line/></div>
<@words line/>
</li>
</#list>
</ol>
<#break>
<#case "facts">
<@facts it.facts/>
<#break>
<#case "table">
<@table it/>
<#break>
<#case "figure">
<figure id="figure:${it.id}">
<div class="scroll" tabindex="0" role="group" aria-label="Figure">
${it.svg}</div>
<figcaption>${it.caption}</figcaption>
</figure>
<#break>
</#switch>
</#macro>

<#macro words it>
<#if it.kind == "step">
<p class="words"><@badge it.badge/><span><span class="reason">${it.reason}</span><#if it.says?has_content>: ${it.says}</#if><#if it.detail?has_content> <span class="detail">${it.detail}</span></#if></span></p>
<#elseif it.says?has_content>
<p class="words">${it.says}</p>
</#if>
</#macro>

<#macro table it>
<figure id="table:${it.id}" class="tabular">
<figcaption id="caption:${it.id}">${it.caption}</figcaption>
<div class="scroll" tabindex="0" role="region" aria-labelledby="caption:${it.id}">
<table aria-labelledby="caption:${it.id}">
<thead><tr><#list it.columns as column><th scope="col" class="${column.align}">${column.title}</th></#list></tr></thead>
<tbody>
<#list it.rows as row>
<tr><#list row as cell><td class="${it.columns[cell?index].align}<#if cell.kind == "number"> number</#if>"><@content cell/></td></#list></tr>
</#list>
</tbody>
</table>
</div>
</figure>
</#macro>

<#macro content it><#switch it.kind><#case "tag"><@badge it.badge/><#break><#case "math"><@math it/><#break><#default>${it.text}</#switch></#macro>
