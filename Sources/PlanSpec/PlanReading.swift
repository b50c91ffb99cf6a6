public import Diagnostics
import Workouts
import YAML

/// What was read from a plan file and its templates.
public struct PlanReading: Sendable {
    /// The plan; nil where an error left too little.
    public var plan: Plan?
    /// Every fault of all files, in their order.
    public var diagnostics: [Diagnostic]
    /// The plan file, then its template files.
    public var files: [SourceFile]
}

extension Plan {
    /// Reads a plan file and the templates that it names.
    ///
    /// `open` gives the bytes of a path, or nil where there is no such file. The path is joined to the plan file's own,
    /// as `Templates/ride.yaml` for `../Templates/ride.yaml` in `Plans/a.plan.yaml`.
    ///
    /// `variant` is what a roster changes for one athlete; an `anchor` replaces the file's own `start` or `finish`, and the
    /// variant's.
    public static func read(
        _ file: SourceFile, as variant: PlanVariant = PlanVariant(), anchor: PlanAnchor? = nil,
        open: (String) -> [UInt8]?
    ) -> PlanReading {
        let reading = Reading()
        reading.anchor = anchor ?? variant.newAnchor
        let first = (variant.file.map { [$0] } ?? []) + [file]
        let root = Node.read(file, into: &reading.diagnostics).map { variant.applied(to: $0, reading) }
        guard let root, let map = MapReader(root, PlanKeys.table, reading)
        else { return PlanReading(plan: nil, diagnostics: reading.sortedDiagnostics(of: first), files: first) }
        reading.sport = map.sport ?? .ride
        let sources = map.templates ?? []
        let written = map.has(\.templates) ? map.node(of: \.templates)?.sequence?.count : 0
        reading.templates.isComplete = sources.count == written
        let files = first + reading.readTemplates(sources, of: file.path, open: open)
        var plan = Plan(map, file: file.path)
        plan?.allowances = files.flatMap { reading.lintAllowances(in: $0) }
        if let factor = variant.loadFactor { plan?.scale(by: factor, reading) }
        reading.checkBodies(firstUses: plan?.firstUses ?? [:])
        return PlanReading(plan: plan, diagnostics: reading.sortedDiagnostics(of: files), files: files)
    }
}
