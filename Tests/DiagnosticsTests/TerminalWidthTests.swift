import Diagnostics
import Testing

@Suite struct TerminalWidthTests {
    @Test(
        "widths are those of Unicode's EastAsianWidth.txt, and nothing for what combines",
        arguments: [
            ("a", 1), ("é", 1), ("\u{301}", 0), ("\u{200D}", 0), ("\u{FE0F}", 0), ("日", 2), ("한", 2), ("\u{1161}", 0),
            ("ｱ", 1),
            ("Ａ", 2), ("、", 2), ("😀", 2), ("🚴", 2), ("…", 1), ("─", 1), ("█", 1), ("⌚", 2), ("☀", 1), ("𠀀", 2),
            ("🏋", 1),
        ] as [(Unicode.Scalar, Int)])
    func widths(scalar: Unicode.Scalar, width: Int) {
        #expect(scalar.terminalWidth == width)
    }
}
