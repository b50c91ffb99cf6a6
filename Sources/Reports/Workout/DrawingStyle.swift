/// The colours of a workout's image.
enum DrawingStyle {
    /// Zones from cold to hot, of even strength on white and on black; words and lines follow light and dark.
    ///
    /// Every rule begins at the image, so that a page that holds it keeps its own style.
    static let sheet = """
        <style>
        .workout .paper{fill:#fff}
        .workout text{font:11px system-ui,sans-serif;fill:#4b5563}
        .workout .name{font-weight:600;fill:#111827}
        .workout .grid{stroke:#e5e7eb}
        .workout .tick{stroke:#6b7280}
        .workout .threshold{stroke:#111827;stroke-dasharray:4 3;opacity:.6}
        .workout path{stroke:#fff;stroke-width:.5}
        .workout .none{fill:#d1d5db}
        .workout .z1{fill:#8e99a8}
        .workout .z2{fill:#3b82c4}
        .workout .z3{fill:#3da35d}
        .workout .z4{fill:#d9a400}
        .workout .z5{fill:#e57719}
        .workout .z6{fill:#d43d3d}
        .workout .z7{fill:#8e4ec6}
        @media (prefers-color-scheme:dark){
        .workout .paper{fill:#111827}
        .workout text{fill:#9ca3af}
        .workout .name{fill:#f3f4f6}
        .workout .grid{stroke:#374151}
        .workout .tick{stroke:#9ca3af}
        .workout .threshold{stroke:#f3f4f6}
        .workout path{stroke:#111827}
        .workout .none{fill:#4b5563}
        }
        </style>
        """
}
