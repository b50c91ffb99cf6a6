public import Diagnostics

extension TemplateText {
    /// The text with every `${name}` replaced by its value.
    public func text(with values: [String: ParameterValue]) -> String {
        var result = ""
        for piece in pieces {
            switch piece {
            case .literal(let text, _): result += text
            case .parameter(let name, _): result += values[name]?.text ?? ""
            }
        }
        return result
    }

    /// Where a stretch of the filled text stands in the file; a place inside a value is the place of its `${name}`.
    public func range(ofFilled range: Range<Int>, with values: [String: ParameterValue]) -> SourceRange {
        let start = sourceOffset(of: range.lowerBound, with: values)
        let end = sourceOffset(of: max(range.lowerBound, range.upperBound - 1), with: values) + 1
        return SourceRange(file: file, start: place(start), end: place(max(start, range.isEmpty ? start : end)))
    }

    private func place(_ offset: Int) -> SourcePosition {
        places[min(max(0, offset), places.count - 1)]
    }

    private func sourceOffset(of offset: Int, with values: [String: ParameterValue]) -> Int {
        var rest = offset
        for piece in pieces {
            switch piece {
            case .literal(let text, let place):
                let count = text.unicodeScalars.count
                if rest < count { return place + rest }
                rest -= count
            case .parameter(let name, let place):
                let count = (values[name]?.text ?? "").unicodeScalars.count
                if rest < count { return place }
                rest -= count
            }
        }
        return source.unicodeScalars.count
    }
}

extension ParameterValue {
    /// The value as workout text has it: `4`, `45s`, `1h30m`, `10km`, `400mtr`, `65%`.
    public var text: String {
        switch kind {
        case .count: decimal(amount)
        case .duration: durationText(Int(amount))
        case .kilometres: decimal(amount / 1000) + "km"
        case .metres: decimal(amount) + "mtr"
        case .percent: decimal(amount) + "%"
        }
    }

    private func decimal(_ number: Double) -> String {
        let rounded = (number * 1e6).rounded() / 1e6
        return rounded == rounded.rounded() && abs(rounded) < 1e15 ? String(Int(rounded)) : String(rounded)
    }

    private func durationText(_ seconds: Int) -> String {
        let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60)
        let text = (hours > 0 ? "\(hours)h" : "") + (minutes > 0 ? "\(minutes)m" : "") + (rest > 0 ? "\(rest)s" : "")
        return text.isEmpty ? "0s" : text
    }
}
