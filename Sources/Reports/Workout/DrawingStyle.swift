/// The colours of a workout's image.
enum DrawingStyle {
    /// Zones from cold to hot, of even strength on white and on black; words and lines follow light and dark.
    static let sheet = """
        <style>
        .paper{fill:#fff}.label,.name{font:11px system-ui,sans-serif;fill:#4b5563}.name{font-weight:600;fill:#111827}
        .grid{stroke:#e5e7eb}.tick{stroke:#6b7280}.threshold{stroke:#111827;stroke-dasharray:4 3;opacity:.6}
        path{stroke:#fff;stroke-width:.5}
        .none{fill:#d1d5db}.z1{fill:#8e99a8}.z2{fill:#3b82c4}.z3{fill:#3da35d}.z4{fill:#d9a400}
        .z5{fill:#e57719}.z6{fill:#d43d3d}.z7{fill:#8e4ec6}
        @media (prefers-color-scheme:dark){
        .paper{fill:#111827}.label{fill:#9ca3af}.name{fill:#f3f4f6}.grid{stroke:#374151}.tick{stroke:#9ca3af}
        .threshold{stroke:#f3f4f6}path{stroke:#111827}.none{fill:#4b5563}}
        </style>
        """
}
