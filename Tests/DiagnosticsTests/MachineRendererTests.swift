import Diagnostics
import Testing

@Suite struct MachineRendererTests {
    private let full = Diagnostic(
        "ramp-too-steep", .warning, "ramp is 7.3: \"too\" much, 100%\nreally", at: range(12, 9, 14),
        notes: [.init("set here", at: range(3, 1, 2)), .init("lower it")], limit: 6, value: 7.3)

    @Test("JSON has every key, null for what is absent, numbers as short as they are")
    func json() throws {
        #expect(
            try JSONRenderer().render([full, Diagnostic("x", "a/b", at: nil)]) == #"""
                {
                  "diagnostics" : [
                    {
                      "column" : 9,
                      "end_column" : 14,
                      "end_line" : 12,
                      "file" : "plan.yaml",
                      "id" : "ramp-too-steep",
                      "limit" : 6,
                      "line" : 12,
                      "message" : "ramp is 7.3: \"too\" much, 100%\nreally",
                      "notes" : [
                        {
                          "column" : 1,
                          "file" : "plan.yaml",
                          "line" : 3,
                          "message" : "set here"
                        },
                        {
                          "column" : null,
                          "file" : null,
                          "line" : null,
                          "message" : "lower it"
                        }
                      ],
                      "severity" : "warning",
                      "value" : 7.3
                    },
                    {
                      "column" : null,
                      "end_column" : null,
                      "end_line" : null,
                      "file" : null,
                      "id" : "x",
                      "limit" : null,
                      "line" : null,
                      "message" : "a/b",
                      "notes" : [

                      ],
                      "severity" : "error",
                      "value" : null
                    }
                  ]
                }

                """#)
    }

    @Test("a number that JSON doesn't have is null")
    func infinite() throws {
        let text = try JSONRenderer().render([Diagnostic("x", "y", at: nil, limit: .infinity, value: .nan)])
        #expect(text.contains("\"limit\" : null"))
        #expect(text.contains("\"value\" : null"))
    }

    @Test("GitHub's commands escape what would end them")
    func annotation() {
        #expect(
            GitHubAnnotations().render(full)
                == "::warning file=plan.yaml,line=12,endLine=12,col=9,endColumn=14,title=ramp-too-steep::"
                + "ramp is 7.3: \"too\" much, 100%25%0Areally%0Aplan.yaml:3:1: note: set here%0Anote: lower it")
        var odd = Diagnostic("x", .note, "y\r", at: range(1, 2, 3, endLine: 4))
        odd.range?.file = "a:b,c%.yaml"
        #expect(GitHubAnnotations().render(odd) == "::notice file=a%3Ab%2Cc%25.yaml,line=1,endLine=4,title=x::y%0D")
        #expect(GitHubAnnotations().render([Diagnostic("x", "y", at: nil)]) == "::error title=x::y\n")
    }
}
