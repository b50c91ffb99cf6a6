/// How a page of ours looks, by day, at night and on paper.
enum PageStyle {
    static let sheet = """
        <style>
        :root{color-scheme:light dark;--paper:#fff;--ink:#111827;--soft:#4b5563;--line:#e5e7eb;--tint:#f3f4f6;--hot:#b91c1c}
        @media (prefers-color-scheme:dark){:root{--paper:#0f172a;--ink:#f3f4f6;--soft:#9ca3af;--line:#273244;--tint:#1e293b;--hot:#f87171}}
        body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif}
        main{max-width:1000px;margin:0 auto;padding:24px 20px 60px}
        article+article{border-top:2px solid var(--line);margin-top:40px;padding-top:20px}
        h1{font-size:26px;line-height:1.2;margin:0}
        h2{font-size:18px;margin:32px 0 8px}
        h3{font-size:15px;margin:22px 0 6px;border-bottom:1px solid var(--line);padding-bottom:4px}
        small{font-weight:400;color:var(--soft);font-size:13px;margin-left:6px}
        .who{margin:0;color:var(--soft);font-weight:600}
        .facts{margin:2px 0 14px;color:var(--soft)}
        figure{margin:0 0 14px}
        svg.season{width:100%;height:auto;display:block}
        svg.season .name{display:none}
        ul{padding-left:20px}
        .wide{overflow-x:auto}
        table{border-collapse:collapse;width:100%;font-size:13.5px;font-variant-numeric:tabular-nums}
        th{color:var(--soft);font-weight:600;text-align:left;border-bottom:1px solid var(--line);padding:5px 10px}
        td{padding:4px 10px;border-bottom:1px solid var(--line);white-space:nowrap}
        th.n,td.n{text-align:right}
        tr.rest td{background:var(--tint)}
        .session{padding:4px 0;font-size:14px}
        div.session{padding-left:16px}
        .session span{display:inline-block;vertical-align:top}
        .day{width:96px;font-variant-numeric:tabular-nums;color:var(--soft)}
        .role{width:80px;font-size:12px;color:var(--soft);text-transform:uppercase;letter-spacing:.04em;padding-top:2px}
        .role.race,.role.quality,.role.long{color:var(--ink);font-weight:600}
        .role.race{color:var(--hot)}
        .what{width:calc(100% - 350px);min-width:180px}
        .figures{color:var(--soft);float:right}
        summary{cursor:pointer}
        summary:focus-visible{outline:2px solid #3b82f6}
        pre{margin:6px 0 10px 16px;padding:10px 14px;background:var(--tint);border-radius:6px;white-space:pre-wrap;overflow-wrap:anywhere;font:13px/1.45 ui-monospace,monospace}
        @media print{details:not([open])>pre{display:none}section{break-inside:avoid}}
        </style>
        """
}
