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
