import ArgumentParser
import CalendarDiff
import Diagnostics
import Periodization
import PlanSpec
import Publishing

/// A change set that was saved, looked at, and is to be applied as it is or not at all.
struct SavedChanges {
    private let file: String
    private let set: ChangeSet

    /// Reads the file; nil where it is something else than a change set.
    init?(path: String, _ context: CommandContext) throws {
        guard let bytes = context.files.read(path), FileKind(of: SourceFile(path: path, bytes: bytes)) == .changes
        else {
            return nil
        }
        file = path
        do {
            set = try ChangeSet(json: String(decoding: bytes, as: UTF8.self))
        } catch {
            throw context.failure(.invalid, "\(path) is no change set: \(error.sentence)")
        }
    }

    /// Makes the comparison again as it was made, and applies what was saved if it still is what would be done.
    ///
    /// - Parameter acknowledged: the options of this run, of which what lifts a rail counts.
    func apply(
        _ service: ServiceOptions, _ acknowledged: ComparisonOptions, _ how: ApplyOptions, _ context: CommandContext
    ) async throws {
        let planFile = try SavedChanges.planFile(of: set, in: file, context)
        var options = try SavedChanges.options(of: set, in: file, context)
        options.comparison.acknowledge(acknowledged)
        let context = options.planning.applied(to: context)
        let plan = try PlanLoading(path: planFile, context).valid(context, how.output)
        var service = service
        if service.athlete == nil { service.athlete = set.athlete }
        var comparison = try await PlanComparison.make(
            plan.spec, plan.schedule, file: planFile, service: service, comparison: options.comparison,
            verbose: how.output.verbose, context)
        let fresh = comparison.changes
        if set.plan == fresh.plan, set.athlete == fresh.athlete, set.isDone(on: comparison.live) {
            comparison.changes.changes = []
            comparison.changes.rails = []
        } else {
            do {
                comparison.changes = try set.confirmed(by: fresh)
            } catch {
                throw context.failure(
                    .stale, "\(file) is stale: \(error); nothing was written, make it anew with plan diff -o")
            }
        }
        try await how.carryOut(comparison, isAgreed: true, context)
    }

    /// The options that a change set was made with.
    struct Making: ParsableArguments {
        @OptionGroup var planning: PlanningOptions
        @OptionGroup var comparison: ComparisonOptions
    }

    /// The options that a set was made with.
    static func options(of set: ChangeSet, in file: String, _ context: CommandContext) throws -> Making {
        do {
            return try Making.parse(set.options)
        } catch {
            throw context.failure(.invalid, "\(file) was made with options that this program doesn't have")
        }
    }

    /// The plan file as it was named, from here or from beside the change set.
    static func planFile(of set: ChangeSet, in file: String, _ context: CommandContext) throws -> String {
        guard let named = set.file else { throw context.failure(.invalid, "\(file) doesn't name its plan file") }
        let last = named.split(separator: "/").last.map(String.init) ?? named
        let places = [named, path(named, in: folder(of: file)), path(last, in: folder(of: file))]
        guard let found = places.first(where: { context.files.exists($0) }) else {
            throw context.failure(.invalid, "\(file) is of the plan \(named), which isn't there")
        }
        return found
    }
}

extension ChangeSet.ReadingError {
    /// What is wrong, for the end of a sentence.
    var sentence: String {
        switch self {
        case .unknownVersion(let version): "format_version \(version) is another program's"
        case .malformed(let what): what
        }
    }
}
