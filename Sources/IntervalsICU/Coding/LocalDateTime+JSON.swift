import CivilDates

extension LocalDateTime: Codable {
    /// Reads every form of a local time the service has been seen to write.
    public init(from decoder: any Decoder) throws {
        let single = try decoder.singleValueContainer()
        guard let value = LocalDateTime(try single.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: single, debugDescription: "not a local date and time")
        }
        self = value
    }

    /// Writes `YYYY-MM-DDTHH:MM:SS`.
    public func encode(to encoder: any Encoder) throws {
        var single = encoder.singleValueContainer()
        try single.encode(description)
    }
}
