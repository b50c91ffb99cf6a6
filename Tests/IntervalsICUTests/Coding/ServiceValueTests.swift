import Foundation
import Testing

@testable import IntervalsICU

@Suite struct ServiceValueTests {
    @Test("any JSON comes back as it was, keys sorted")
    func roundTrip() throws {
        let json = #"{"a":[1,2.5,null,true,"x",{"b":-3}],"c":1e300}"#
        let value = try JSONDecoder().decode(ServiceValue.self, from: Data(json.utf8))
        #expect(value["a"].elements.count == 6)
        #expect(value["a"].elements[0] == .integer(1))
        #expect(value["a"].elements[3] == .bool(true))
        #expect(value["nothing"] == .null)
        let again = try JSONDecoder().decode(ServiceValue.self, from: Data(value.json.utf8))
        #expect(again == value)
    }

    @Test("a huge number is shown and is no whole number")
    func huge() {
        #expect(ServiceValue.number(1e300).integer == nil)
        #expect(ServiceValue.number(2).text == "2")
    }
}
