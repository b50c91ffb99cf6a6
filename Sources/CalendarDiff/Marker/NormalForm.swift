import CivilDates

extension EventContent {
    /// The form in which the field is compared and hashed; empty for nothing, which 0, false and absent are alike.
    ///
    /// Texts are compared with `==`, which knows canonical equivalence; hashes are over their UTF-8, since the service
    /// returns texts byte for byte.
    func normal(_ field: EventField) -> String {
        switch field {
        case .date: date.description
        case .endDate: end > date ? end.description : ""
        case .time: time.map { $0.secondsSinceMidnight == 0 ? "" : $0.description } ?? ""
        case .category: category
        case .type: type ?? ""
        case .name: NormalForm.line(name)
        case .description: NormalForm.text(description)
        case .target: target == "AUTO" ? "" : target ?? ""
        case .indoor: indoor ? "true" : ""
        case .load: NormalForm.figure(load)
        case .duration: NormalForm.figure(duration)
        case .distance: NormalForm.figure(distance.flatMap { Int(exactly: $0.rounded()) })
        case .lock, .tags: ""
        }
    }

    /// Whether the plan leaves the field open.
    func leavesOpen(_ field: EventField) -> Bool {
        field.isOptional && value(field) == nil
    }
}

/// How texts and figures look after the service and its users had them in their hands.
enum NormalForm {
    /// Without blanks and line ends around it.
    static func line(_ text: String) -> String {
        let bytes = Array(text.utf8)
        guard let first = bytes.firstIndex(where: { !isBlank($0) }), let last = bytes.lastIndex(where: { !isBlank($0) })
        else { return "" }
        return last - first + 1 == bytes.count ? text : String(decoding: bytes[first...last], as: UTF8.self)
    }

    /// Line feeds only, no blanks at the ends of lines, one line end at the end; empty where nothing is left.
    static func text(_ text: String) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count + 1)
        var previous: UInt8 = 0
        for byte in text.utf8 {
            switch byte {
            case 0x0A where previous == 0x0D: break
            case 0x0A, 0x0D:
                trimBlanks(&result)
                result.append(0x0A)
            default: result.append(byte)
            }
            previous = byte
        }
        while let last = result.last, isBlank(last) { result.removeLast() }
        if !result.isEmpty { result.append(0x0A) }
        return String(decoding: result, as: UTF8.self)
    }

    static func figure(_ number: Int?) -> String {
        number.map { $0 == 0 ? "" : String($0) } ?? ""
    }

    private static func trimBlanks(_ bytes: inout [UInt8]) {
        while let last = bytes.last, last == 0x20 || last == 0x09 { bytes.removeLast() }
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte)
    }
}
