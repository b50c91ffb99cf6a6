import ArgumentParser
import CivilDates
import Diagnostics
import IntervalsICU
import Reports

/// The service as commands without a plan file use it.
struct ServiceAccess {
    /// The client.
    let client: IntervalsClient
    /// The athlete's id; `0` is the owner of the key.
    let athlete: String
    /// The day that counts as today.
    let today: CivilDate
    private let context: CommandContext

    /// A client as the options and the environment say; sends nothing yet. `.plan/` lies in the working folder, or in
    /// the usual folder of plans where only that has one.
    init(_ options: ServiceOptions, _ output: OutputOptions, _ context: CommandContext) throws {
        let stated = try options.day.stated(context)
        client = try ServiceConnection.client(
            options, planFile: ServiceAccess.likelyPlanFile(options, context), stated: stated, fitness: nil,
            verbose: output.verbose, context)
        athlete = options.athlete ?? context.environment["INTERVALS_ATHLETE_ID"] ?? "0"
        today = stated ?? context.date(context.now(), nil) ?? CivilDate(daysSinceEpoch: context.now() / 86_400)
        self.context = context
    }

    /// The same for the options of most commands.
    init(_ asked: RecordOptions, _ context: CommandContext) throws {
        try self.init(asked.service, asked.output, context)
    }

    /// A file that `.plan/` may lie beside where no plan is named, though one may be about to be written.
    static func likelyPlanFile(
        _ options: ServiceOptions, output: String? = nil, _ context: CommandContext
    ) -> String {
        let places = [output].compactMap(\.self) + ["plan", "Plans/plan"]
        return places.first { context.files.exists(ServiceConnection.stateFolder(options, planFile: $0)) }
            ?? output ?? (context.files.exists("Plans") ? "Plans/plan" : "plan")
    }

    /// Asks the service; what it refuses ends the command.
    ///
    /// - Parameters:
    ///   - done: what the command wrote before, for the reader of the failure; the command ends as partly done then.
    ///   - keeps: whether the service keeps what it is sent.
    func ask<Answer>(
        after done: String? = nil, keeps: Bool = true, _ question: (IntervalsClient) async throws -> Answer
    ) async throws -> Answer {
        do {
            return try await question(client)
        } catch let error as ServiceError {
            if let done { throw context.failure(.partly, "\(done), but then: \(error)") }
            throw context.failure(keeps && error.mayHaveWritten ? .partly : .failed, "\(error)")
        }
    }

    /// Ids as a sentence tells them: `7`, `7, 8`, `7, 8 and 20 more`.
    static func told(_ ids: [Int]) -> String {
        let shown = ids.prefix(10).map(String.init).joined(separator: ", ")
        return ids.count > 10 ? "\(shown) and \(ids.count - 10) more" : shown
    }

    /// Asks for a long span piece by piece, the latest first, and joins the answers.
    func ask<Answer>(
        _ days: ClosedRange<CivilDate>, daysAtOnce: Int,
        _ question: (IntervalsClient, CivilDate, CivilDate) async throws -> [Answer]
    ) async throws -> [Answer] {
        var answers: [Answer] = []
        var newest = days.upperBound
        while newest >= days.lowerBound {
            let oldest = max(days.lowerBound, newest - (daysAtOnce - 1))
            let (first, last) = (oldest, newest)
            answers += try await ask { try await question($0, first, last) }
            newest = oldest - 1
        }
        return answers
    }
}

/// A span of days on the command line.
struct DayRangeOptions: ParsableArguments {
    @Option(help: "The first day, YYYY-MM-DD.")
    var from: CivilDate?

    @Option(help: "The last day, YYYY-MM-DD.")
    var to: CivilDate?

    /// The span, with the days that stand in for those not given.
    func range(from first: CivilDate, to last: CivilDate, _ context: CommandContext) throws -> ClosedRange<CivilDate> {
        let start = from ?? min(first, to ?? first)
        let end = to ?? max(last, start)
        guard start <= end else { throw context.failure(.usage, "--from \(start) lies after --to \(end)") }
        return start...end
    }
}

extension ServiceValue {
    /// The fields as a line of a table; what is absent is a dash.
    func cells(_ names: [String]) -> [String] {
        names.map { name in
            if case .number(let number) = self[name] { return figure(number, decimals: 2) }
            return oneLine(self[name].text ?? "–")
        }
    }
}

/// The records as a table of some of their fields, or as the JSON that the service gave.
func listed(
    _ records: [ServiceValue], _ format: ListFormat, columns: [(field: String, title: String, TextTable.Alignment)],
    none: String
) -> String {
    if format == .json { return ServiceValue.array(records).json }
    guard !records.isEmpty else { return none + "\n" }
    var table = TextTable(columns.map(\.2), heading: columns.map(\.title))
    for record in records { table.add(record.cells(columns.map(\.field))) }
    return table.lines().joined(separator: "\n") + "\n"
}

/// The text without line ends and control characters, cut to a readable length: names come from other people.
func oneLine(_ text: String) -> String {
    let plain = String(
        String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
    return plain.count > 60 ? plain.prefix(59) + "…" : plain
}

/// Fields of a record, one a line, for a person; lists and objects are counted.
func described(_ record: ServiceValue) -> String {
    guard case .object(let fields) = record else { return record.json }
    let width = fields.keys.map(\.count).max() ?? 0
    return fields.sorted { $0.key < $1.key }.compactMap { name, value -> String? in
        let text: String
        switch value {
        case .null: return nil
        case .array(let list): text = list.isEmpty ? "" : "\(list.count) entries"
        case .object(let inner): text = inner.isEmpty ? "" : "\(inner.count) fields"
        default: text = value.text ?? ""
        }
        guard !text.isEmpty else { return nil }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let indent = String(repeating: " ", count: width + 2)
        let name = name + String(repeating: " ", count: width - name.count)
        return name + "  " + lines.joined(separator: "\n" + indent)
    }.joined(separator: "\n") + "\n"
}
