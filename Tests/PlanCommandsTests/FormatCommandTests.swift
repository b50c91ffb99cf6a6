import Testing

@testable import PlanCommands

struct FormatCommandTests {
    private let loose = "name: 'Small'   # its name\nid:   small\nformat: 1\nphases: [ ]\n"
    private let canonical = "format: 1\nid: small\nname: Small         # its name\nphases: []\n"

    @Test("fmt writes the canonical layout, and changes nothing the second time")
    func writes() async {
        let world = World(["a.yaml": loose, "b.yaml": canonical])
        #expect(await world.run("fmt", "a.yaml", "b.yaml") == 0)
        #expect(world.file("a.yaml") == canonical.replacing("Small         #", with: "Small     #"))
        #expect(world.file("b.yaml") == canonical)
        #expect(world.output == "changed a.yaml\n")
        #expect(await world.run("fmt", "a.yaml", "--check") == 0)
    }

    @Test("with --check nothing is written, and a file that would change ends with 1")
    func checks() async {
        let world = World(["a.yaml": loose, "b.yaml": canonical])
        #expect(await world.run("fmt", "--check", "a.yaml", "b.yaml") == 1)
        #expect(world.file("a.yaml") == loose)
        #expect(world.output == "would change a.yaml\n")
    }

    @Test("a file with a syntax error is left alone and ends with 65; the others are laid out")
    func refuses() async {
        let world = World(["a.yaml": "phases: [\n", "b.yaml": loose])
        #expect(await world.run("fmt", "a.yaml", "b.yaml") == 65)
        #expect(world.file("a.yaml") == "phases: [\n")
        #expect(world.file("b.yaml") != loose)
        #expect(world.talk.contains("a.yaml:"))
        #expect(await world.run("fmt", "none.yaml") == 65)
    }
}

struct LintInCheckTests {
    private func steep(_ more: String = "", load: String = "[300, 450]") -> World {
        smallWorld { $0.replacing("    load: [300, 320]", with: "    load: \(load)" + more) }
    }

    @Test("check tells what a coach would object to, with value and limit, and --strict ends with 65")
    func warns() async {
        let world = steep(load: "[300, 365]")
        #expect(await world.run("check", "Plans/small.plan.yaml", "--format", "json") == 0)
        #expect(world.output.contains(#""id" : "week-growth""#))
        #expect(world.output.contains(#""limit" : 20"#))
        #expect(await world.run("check", "Plans/small.plan.yaml", "--strict") == 65)
    }

    @Test("an error of lint ends check with 65, and stops no other command")
    func fails() async {
        let world = steep()
        #expect(await world.run("check", "Plans/small.plan.yaml", "--format", "github") == 65)
        #expect(world.output.contains("::error file=Plans/small.plan.yaml,line=12"))
        #expect(await world.run("show", "Plans/small.plan.yaml") == 0)
    }

    @Test("what a comment allows is not told")
    func allows() async {
        let world = steep("  # lint: allow week-growth, relative-ramp")
        #expect(await world.run("check", "Plans/small.plan.yaml", "--format", "json") == 0)
        #expect(!world.output.contains("week-growth\""))
    }
}
