/// The colours of a season's image.
enum SeasonStyle {
    /// Curves of even strength on white and on black; words and lines follow light and dark.
    ///
    /// Every rule begins at the image, so that a page that holds it keeps its own style.
    static let sheet = """
        <style>
        .season .paper{fill:#ffffff}
        .season text{font:11px system-ui,-apple-system,"Segoe UI",sans-serif;fill:#4b5563}
        .season .name{font-size:17px;font-weight:600;fill:#111827}
        .season .panel{font-weight:600;fill:#374151}
        .season .grid{stroke:#e5e7eb}
        .season .month{stroke:#f1f3f5}
        .season .zero{stroke:#9ca3af}
        .season .band{fill-opacity:.16}
        .season .p0{fill:#3b82f6}
        .season .p1{fill:#10b981}
        .season .p2{fill:#f59e0b}
        .season .p3{fill:#8b5cf6}
        .season .p4{fill:#ef4444}
        .season .p5{fill:#14b8a6}
        .season .phase{fill:#1f2937}
        .season .ctl{fill:none;stroke:#2563eb;stroke-width:2.4;stroke-linejoin:round}
        .season .ctlarea{fill:#3b82f6;fill-opacity:.10}
        .season .atl{fill:none;stroke:#db2777;stroke-width:1.2;stroke-linejoin:round}
        .season .form{fill:none;stroke:#6b7280;stroke-width:1.2;stroke-linejoin:round}
        .season .fresh{fill:#16a34a;fill-opacity:.28}
        .season .tired{fill:#ea580c;fill-opacity:.28}
        .season .load{fill:#64748b}
        .season .rest{fill:#b6c2d1}
        .season .target{stroke:#111827;stroke-width:1.6}
        .season .race{stroke:#b91c1c;stroke-dasharray:3 3}
        .season .flag{fill:#b91c1c}
        .season .minor{stroke:#9ca3af;stroke-dasharray:3 3}
        .season .minorflag{fill:#6b7280}
        .season .peak{fill:#ffffff;stroke:#2563eb;stroke-width:2}
        .season .ctlword{fill:#1d4ed8;font-weight:600}
        .season .atlword{fill:#be185d;font-weight:600}
        @media (prefers-color-scheme:dark){
        .season .paper{fill:#0f172a}
        .season text{fill:#9ca3af}
        .season .name{fill:#f3f4f6}
        .season .panel{fill:#d1d5db}
        .season .grid{stroke:#273244}
        .season .month{stroke:#1e293b}
        .season .zero{stroke:#64748b}
        .season .band{fill-opacity:.28}
        .season .phase{fill:#e5e7eb}
        .season .ctl{stroke:#60a5fa}
        .season .atl{stroke:#f472b6}
        .season .form{stroke:#9ca3af}
        .season .rest{fill:#3e4c61}
        .season .target{stroke:#f3f4f6}
        .season .race{stroke:#f87171}
        .season .flag{fill:#f87171}
        .season .minorflag{fill:#9ca3af}
        .season .peak{fill:#0f172a;stroke:#60a5fa}
        .season .ctlword{fill:#93c5fd}
        .season .atlword{fill:#f9a8d4}
        }
        </style>
        """
}
