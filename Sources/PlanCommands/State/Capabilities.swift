import Diagnostics
import IntervalsICU

/// What is known of how one service behaves, kept in its own part of `.plan/`.
struct Capabilities: Sendable {
    /// Whether an update replaces the whole event.
    var putReplaces = false
    /// What `plan doctor --write-probe` found, as it was written.
    var probes: [WriteProbe.Finding] = []

    /// Reads the file; a missing or broken one is no knowledge.
    static func read(_ folder: PlanFolder, _ files: Files) -> Capabilities {
        var known = Capabilities()
        guard let bytes = files.read(folder.capabilitiesFile),
            let value = try? ServiceValue(json: String(decoding: bytes, as: UTF8.self))
        else { return known }
        known.putReplaces = value["put_replaces"] == .bool(true)
        guard case .array(let probes) = value["probes"] else { return known }
        known.probes = probes.compactMap { probe in
            guard let letter = probe["probe"].text, let question = probe["question"].text,
                let answer = probe["answer"].text
            else { return nil }
            return WriteProbe.Finding(letter: letter, question: question, answer: answer)
        }
        return known
    }

    /// Takes over what a probe found.
    mutating func learn(_ findings: [WriteProbe.Finding]) {
        probes = findings
        if let sparse = findings.first(where: { $0.letter == "c" }) { putReplaces = sparse.answer == "no" }
    }

    /// Writes the file.
    func save(_ folder: PlanFolder, _ files: Files) throws {
        try folder.ignoreTheRest(files)
        let value: JSONValue = ["put_replaces": .bool(putReplaces), "probes": Capabilities.json(probes)]
        try files.save(folder.capabilitiesFile, Array(value.text.utf8))
    }

    /// Findings for scripts.
    static func json(_ findings: [WriteProbe.Finding]) -> JSONValue {
        JSONValue(findings) { finding in
            [
                "probe": .string(finding.letter), "question": .string(finding.question),
                "answer": .string(finding.answer),
            ]
        }
    }
}
