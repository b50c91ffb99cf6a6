import YAML

/// The keys of an entry of `moved`.
struct MoveKeys: MapKeys {
    static let noun = "a renaming"
    static let table = MapTable(MoveKeys())

    let from = Field("from", .line, required: true, "The old key; `*` stands for any characters.")
    let to = Field("to", .line, required: true, "The new key, with as many `*`.")
}

extension KeyRenaming {
    init?(_ map: MapReader<MoveKeys>) {
        guard let from = map.from, let to = map.to else { return nil }
        func stars(_ text: String) -> Int { text.utf8.count { $0 == UInt8(ascii: "*") } }
        if stars(from) != stars(to) {
            map.reading.fault(
                .movedStars,
                "`from` has \(stars(from)) `*`, `to` has \(stars(to)): each stands for the same characters",
                at: map.place(of: \.to))
        }
        self.init(from: from, to: to)
    }
}
