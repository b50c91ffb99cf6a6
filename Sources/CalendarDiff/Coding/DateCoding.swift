import CivilDates

extension KeyedEncodingContainer {
    /// Writes a date as `YYYY-MM-DD`.
    mutating func encode(date: CivilDate, forKey key: Key) throws {
        try encode(date.description, forKey: key)
    }
}

extension KeyedDecodingContainer {
    /// Reads a date of the form `YYYY-MM-DD`.
    func date(forKey key: Key) throws -> CivilDate {
        guard let date = CivilDate(try decode(String.self, forKey: key)) else {
            throw DecodingError.dataCorruptedError(forKey: key, in: self, debugDescription: "no date")
        }
        return date
    }
}
