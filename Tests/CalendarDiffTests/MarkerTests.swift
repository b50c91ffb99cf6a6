import CivilDates
import Testing

@testable import CalendarDiff

@Suite struct MarkerTests {
    private let content = Example.desired("base.w1.long").content

    @Test("reads back what it wrote")
    func roundTrip() throws {
        let marker = Marker(plan: "maratona-2027", key: "base.w1.long", hashes: GroupHashes(of: content))
        let read = try #require(Marker(marker.text))
        #expect(read == marker)
        #expect(marker.text.hasPrefix("tp1:maratona-2027:base.w1.long:"))
    }

    @Test("never exceeds 64 ASCII characters", arguments: [1, 12, 24])
    func length(planLength: Int) throws {
        let plan = String(repeating: "p", count: planLength)
        for keyLength in 1...80 {
            let key = String(repeating: "k", count: keyLength)
            let text = Marker(plan: plan, key: key, hashes: GroupHashes(of: content)).text
            #expect(text.utf8.count <= 64)
            #expect(try #require(Marker(text)).plan == plan)
        }
    }

    @Test("keeps a key that just fits and shortens one that does not")
    func shortens() {
        // 64 - "tp1" - plan - 3 colons - 20 digits
        let room = 64 - 3 - 4 - 3 - 20
        let fits = String(repeating: "k", count: room)
        #expect(Marker.identifier(plan: "demo", key: fits) == fits)
        let short = Marker.identifier(plan: "demo", key: fits + "k")
        #expect(short.first == "~")
        #expect(short.utf8.count == 14)
        #expect(short != Marker.identifier(plan: "demo", key: fits + "l"))
    }

    @Test("shortens keys that could not be read back", arguments: ["a:b", "größe", "~x", "", "a b"])
    func unreadable(key: String) {
        #expect(Marker.identifier(plan: "demo", key: key).utf8.count == 14)
    }

    @Test(
        "rejects what is no marker",
        arguments: [
            "", "tp1", "tp1:demo:key", "tp1:demo:key:short", "tp2:demo:key:aaaaaaaaaaaaaaaaaaaa",
            "tp1::key:aaaaaaaaaaaaaaaaaaaa", "tp1:demo::aaaaaaaaaaaaaaaaaaaa", "tp1:demo:key:aaaaaaaaaaaaaaaaaaaA",
            "tp1:demo:key:aaaaaaaaaaaaaaaaaaaa:x", "tp1:demo:key:aaaaaaaaaaaaaaaaaaa1", "cycling-coach:17",
        ])
    func rejects(text: String) {
        #expect(Marker(text) == nil)
    }

    @Test("hashes with FNV-1a as published")
    func publishedHashes() {
        // Landon Curt Noll's test vectors.
        #expect(ContentHash.of("") == 0xcbf2_9ce4_8422_2325)
        #expect(ContentHash.of("a") == 0xaf63_dc4c_8601_ec8c)
        #expect(ContentHash.of("foobar") == 0x8594_4171_f739_67e8)
    }

    @Test("writes base32 with the published digits")
    func base32() {
        // RFC 4648: "fooba" is MZXW6YTB.
        let number = "fooba".utf8.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        #expect(Base32.encode(number, count: 8) == "mzxw6ytb")
        #expect(Base32.decode("mzxw6ytb".utf8) == number)
        #expect(Base32.decode("8".utf8) == nil)
    }

    @Test("each field moves the hash of its own group only")
    func groups() {
        let before = GroupHashes(of: content)
        let edits: [(FieldGroup, (inout EventContent) -> Void)] = [
            (.date, { $0.date = $0.date + 1 }),
            (.date, { $0.lastDate = $0.date + 1 }),
            (.date, { $0.time = ClockTime(hour: 7, minute: 0) }),
            (.name, { $0.name += "!" }),
            (.content, { $0.category = "RACE_A" }),
            (.content, { $0.type = "Run" }),
            (.content, { $0.target = "HR" }),
            (.content, { $0.indoor = true }),
            (.content, { $0.description += "- 5m 50%\n" }),
            (.load, { $0.load = 1 }),
            (.load, { $0.duration = 1 }),
            (.load, { $0.distance = 1 }),
        ]
        for (group, edit) in edits {
            var changed = content
            edit(&changed)
            let after = GroupHashes(of: changed)
            #expect(FieldGroup.allCases.filter { before[$0] != after[$0] } == [group])
        }
    }
}
