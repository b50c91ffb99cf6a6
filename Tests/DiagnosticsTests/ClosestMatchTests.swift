import Diagnostics
import Testing

@Suite struct ClosestMatchTests {
    @Test(
        "a slip of the keys is found",
        arguments: [("ruls", "rules"), ("tempaltes", "templates"), ("FTP", "ftp"), ("id", "if")])
    func slips(word: String, meant: String) {
        #expect(closestMatch(to: word, in: ["weeks", meant, "races"]) == meant)
    }

    @Test("swapped neighbours count as one edit")
    func swap() {
        #expect(closestMatch(to: "ab", in: ["ba"]) == "ba")
        #expect(closestMatch(to: "abcd", in: ["badc"]) == nil)
    }

    @Test("what differs in more than a third of its letters is no match")
    func threshold() {
        #expect(closestMatch(to: "ramps", in: ["rules"]) == nil)
        #expect(closestMatch(to: "sunday", in: ["monday"]) == "monday")
        #expect(closestMatch(to: "sunny", in: ["monday"]) == nil)
        #expect(closestMatch(to: "", in: ["abc"]) == nil)
        #expect(closestMatch(to: "abc", in: []) == nil)
    }

    @Test("the nearest wins, and of equally near ones the first")
    func order() {
        #expect(closestMatch(to: "loads", in: ["lords", "load"]) == "lords")
        #expect(closestMatch(to: "loads", in: ["lorda", "load"]) == "load")
    }

    @Test("agrees with a plain recursive distance on every pair of short words")
    func naive() {
        let letters = ["a", "b", "c"]
        var words = [""]
        for length in 1...3 {
            words += words.filter { $0.count == length - 1 }.flatMap { word in letters.map { word + $0 } }
        }
        for left in words {
            for right in words {
                let isNear = naiveDistance(left[...], right[...]) <= max(1, left.count / 3)
                #expect((closestMatch(to: left, in: [right]) != nil) == isNear, "\(left) \(right)")
            }
        }
    }

    private func naiveDistance(_ left: Substring, _ right: Substring) -> Int {
        guard let a = left.first, let b = right.first else { return left.count + right.count }
        let (leftRest, rightRest) = (left.dropFirst(), right.dropFirst())
        var least = min(
            naiveDistance(leftRest, rightRest) + (a == b ? 0 : 1), naiveDistance(leftRest, right) + 1,
            naiveDistance(left, rightRest) + 1)
        if a == rightRest.first, b == leftRest.first {
            least = min(least, naiveDistance(leftRest.dropFirst(), rightRest.dropFirst()) + 1)
        }
        return least
    }
}
