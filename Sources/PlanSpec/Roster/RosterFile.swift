public import Diagnostics
import YAML

extension Roster {
    /// Reads a roster file; the plans that it names are read one by one with `Plan.read(_:as:open:)`.
    public static func read(_ file: SourceFile) -> RosterReading {
        let reading = Reading()
        guard let root = Node.read(file, into: &reading.diagnostics),
            let map = MapReader(root, RosterKeys.table, reading)
        else { return RosterReading(roster: nil, diagnostics: reading.sortedDiagnostics(of: [file])) }
        let roster = Roster(map, file: file)
        return RosterReading(roster: roster, diagnostics: reading.sortedDiagnostics(of: [file]))
    }

    private init?(_ map: MapReader<RosterKeys>, file: SourceFile) {
        let reading = map.reading
        _ = map.format
        let (id, plan, credential, drafts) = (map.id, map.plan, map.credential, map.athletes ?? [])
        athletes = drafts.compactMap { draft in
            guard let named = draft.plan ?? plan else {
                if !map.has(\.plan) {
                    reading.fault(
                        .missingKey, "\(quoted(draft.id.value)) has no `plan`, and neither has the roster",
                        at: draft.id.range)
                }
                return nil
            }
            return RosterAthlete(draft, plan: named, shared: credential, roster: file)
        }
        reading.checkAthletes(athletes)
        guard let id, !athletes.isEmpty else { return nil }
        self.file = file.path
        self.id = id
    }
}

extension RosterAthlete {
    fileprivate init(_ draft: RosterDraft, plan: Located<String>, shared: CredentialSource?, roster: SourceFile) {
        var variant = draft.variant
        variant.file = roster
        self.init(
            id: draft.id, name: draft.name, groups: draft.groups,
            plan: Located(resolved(plan.value, besides: roster.path), at: plan.range),
            credential: draft.credential?.besides(roster.path), sharedCredential: shared?.besides(roster.path),
            variant: variant)
    }
}

extension CredentialSource {
    /// The source with a file's path reached as the roster's own path is.
    fileprivate func besides(_ roster: String) -> CredentialSource {
        guard case .file(let path) = self else { return self }
        return .file(resolved(path, besides: roster))
    }
}

extension Reading {
    /// One athlete follows one plan once.
    fileprivate func checkAthletes(_ athletes: [RosterAthlete]) {
        struct Seat: Hashable {
            let athlete: String
            let plan: String
        }
        var first: [Seat: SourceRange] = [:]
        for athlete in athletes {
            let seat = Seat(athlete: athlete.id.value, plan: athlete.plan.value)
            if let place = first[seat] {
                fault(
                    .duplicateAthlete, "\(quoted(athlete.id.value)) follows the same plan twice", at: athlete.id.range,
                    notes: [Diagnostic.Note("the first is here", at: place)])
            } else {
                first[seat] = athlete.id.range
            }
        }
    }
}
