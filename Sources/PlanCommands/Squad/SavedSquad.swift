import CalendarDiff
import Diagnostics
import Periodization
import PlanSpec
import Publishing
import YAML

/// The change sets of a squad that were saved, looked at, and are to be applied as they are or not at all.
struct SavedSquad {
    private let file: String
    private let squad: SquadChanges

    /// Reads the file; nil where it is something else than a squad's change sets.
    init?(path: String, _ context: CommandContext) throws {
        guard let bytes = context.files.read(path) else { return nil }
        let source = SourceFile(path: path, bytes: bytes)
        var ignored: [Diagnostic] = []
        guard FileKind(of: source) == .changes, Node.read(source, into: &ignored)?["athletes"] != nil else {
            return nil
        }
        file = path
        do {
            squad = try SquadChanges(json: String(decoding: bytes, as: UTF8.self))
        } catch {
            throw context.failure(.invalid, "\(path) is no change set: \(error.sentence)")
        }
    }

    /// Compares each athlete again, and applies what was saved where it still is what would be done.
    ///
    /// - Parameter acknowledged: the options of this run, of which what lifts a rail counts.
    func apply(
        _ service: ServiceOptions, _ acknowledged: ComparisonOptions, _ options: SquadOptions, _ how: ApplyOptions,
        _ context: CommandContext
    ) async throws {
        guard let first = squad.athletes.compactMap(\.changes).first else {
            throw context.failure(.failed, "\(file) holds no athlete's changes")
        }
        let roster = try SavedChanges.planFile(of: first, in: file, context)
        var making = try SavedChanges.options(of: first, in: file, context)
        making.comparison.acknowledge(acknowledged)
        let context = making.planning.applied(to: context)
        guard let loading = PlanLoading(path: roster, context).squad else {
            throw context.failure(.invalid, "\(roster), which \(file) was made of, is no roster")
        }
        let saved = Dictionary(squad.athletes.map { ($0.place, $0) }, uniquingKeysWith: { first, _ in first })
        let members = try loading.valid(options.selection, context, how.output).filter { saved[$0.place] != nil }
        let run = SquadComparison(
            try await SquadService(
                loading, members, service: service, failFast: options.failFast, output: how.output, context),
            making.comparison, verbose: how.output.verbose)
        let (name, comparison, isVerbose) = (file, making.comparison, how.output.verbose)
        let compared = await run.compared { member, service, own in
            guard let entry = saved[member.place], let set = entry.changes else {
                throw own.failure(.failed, saved[member.place]?.error ?? "was not compared when the changes were saved")
            }
            let fresh = try await PlanComparison.make(
                member.spec, member.schedule, file: roster, service: service, comparison: comparison,
                verbose: isVerbose, own)
            return (try set.settled(on: fresh, of: name, own), PlanComparison.Consent())
        }
        try await how.carryOut(run, compared, name: loading.name, isAgreed: true, context)
    }
}

extension ChangeSet {
    /// The comparison with these changes in the place of its own, or none where all of them are done already.
    fileprivate func settled(
        on fresh: PlanComparison, of file: String, _ context: CommandContext
    ) throws -> PlanComparison {
        var result = fresh
        if isDone(on: fresh.live) {
            result.changes.changes = []
            result.changes.rails = []
            return result
        }
        do {
            result.changes = try confirmed(by: fresh.changes)
        } catch {
            throw context.failure(.stale, "\(file) is stale: \(error); nothing was written")
        }
        return result
    }
}

extension AthleteChanges {
    /// What tells the athletes of a squad apart.
    fileprivate var place: String { athlete + " " + plan }
}
