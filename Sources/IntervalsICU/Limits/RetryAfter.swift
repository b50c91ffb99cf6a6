/// How long the service asks us to stay away.
enum RetryAfter {
    /// The longest wait we grant in one go.
    static let longest = Duration.seconds(120)

    /// The wait that the answer asks for, in seconds or as a date, at most two minutes; nil where it asks for none.
    ///
    /// A date is measured against the answer's own `Date`, so that a wrong clock here does no harm.
    static func wait(in headers: HTTPHeaders, now: Int) -> Duration? {
        guard let text = headers["Retry-After"]?.trimmingBlanks() else { return nil }
        if let seconds = Double(text), seconds.isFinite {
            return min(longest, .seconds(max(0, min(seconds, 1e6))))
        }
        guard let until = HTTPDate(text) else { return nil }
        let start = headers["Date"].flatMap(HTTPDate.init)?.secondsSinceEpoch ?? now
        return min(longest, .seconds(max(0, until.secondsSinceEpoch - start)))
    }
}

extension String {
    /// The text without blanks and line ends around it.
    func trimmingBlanks() -> String {
        let start = drop(while: \.isWhitespace)
        return String(start.dropLast(start.reversed().prefix(while: \.isWhitespace).count))
    }
}
