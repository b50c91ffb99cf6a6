import CivilDates

/// The service's CSV of activities, which it gives whole whatever the span.
struct CSVDays {
    private let records: [[UInt8]]

    /// Cuts the text into its records; a line end inside quotes is part of a value.
    init(_ bytes: [UInt8]) {
        var records: [[UInt8]] = []
        var record: [UInt8] = []
        var isQuoted = false
        for byte in bytes {
            record.append(byte)
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if byte == UInt8(ascii: "\n"), !isQuoted {
                records.append(record)
                record = []
            }
        }
        if !record.isEmpty { records.append(record) }
        self.records = records
    }

    /// The heading and the records of these days, byte for byte; all where no column tells the day.
    func within(_ days: ClosedRange<CivilDate>) -> [UInt8] {
        guard let heading = records.first, let column = CSVDays.dateColumn(heading) else {
            return records.flatMap { $0 }
        }
        let kept = records.dropFirst().filter { record in
            let fields = CSVDays.fields(record)
            guard column < fields.count, let date = CivilDate(String(fields[column].prefix(10))) else { return true }
            return days.contains(date)
        }
        return heading + kept.flatMap { $0 }
    }

    private static func dateColumn(_ heading: [UInt8]) -> Int? {
        let names = fields(heading)
        return names.firstIndex(of: "start_date_local") ?? names.firstIndex { $0.lowercased() == "date" }
    }

    /// The values of a record without their quotes.
    private static func fields(_ record: [UInt8]) -> [String] {
        var fields: [[UInt8]] = [[]]
        var isQuoted = false
        for byte in record {
            switch byte {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: ",") where !isQuoted: fields.append([])
            case UInt8(ascii: "\r"), UInt8(ascii: "\n"), 0xEF, 0xBB, 0xBF: break
            default: fields[fields.count - 1].append(byte)
            }
        }
        return fields.map { String(decoding: $0, as: UTF8.self) }
    }
}
