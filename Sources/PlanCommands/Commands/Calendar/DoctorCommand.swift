import ArgumentParser
import CivilDates
import Diagnostics
import IntervalsICU

/// Checks all that a run needs before it is needed.
struct DoctorCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Check what a run needs: files, key, clock, service, athlete.",
        discussion: "Example: plan doctor --write-probe")

    @Flag(name: .customLong("write-probe"), help: "Write one far-future event, learn from it and remove it.")
    var writeProbe = false

    @OptionGroup var asked: RecordOptions

    func run(_ context: CommandContext) async throws {
        var visit = DoctorVisit()
        visit.note("program", .good, "plan \(PlanCommand.configuration.version)")
        visit.files(ServiceConnection.stateFolder(asked.service, planFile: "plan"), context)
        visit.key(asked.service, context)
        if let access = try? ServiceAccess(asked, context) {
            await visit.service(access, asked.service, context)
            if writeProbe, visit.athlete != nil {
                await visit.probe(access, PlanFolder(asked.service, planFile: "plan", context), context)
            }
        } else {
            visit.note("service", .bad, "not asked, for the reason above")
        }
        try asked.destination.write(asked.format == .json ? visit.json.text : visit.text, context)
        if visit.isBad { throw CommandFailure(status: .failed) }
    }
}

/// What a visit found, one line a matter.
struct DoctorVisit {
    /// How a matter stands.
    enum Verdict: String {
        case good = "ok"
        case doubtful = "warning"
        case bad = "fault"
    }

    private var notes: [(matter: String, verdict: Verdict, text: String)] = []
    private var findings: [WriteProbe.Finding] = []
    /// The athlete, once the service has told.
    private(set) var athlete: Athlete?

    /// Whether anything would keep a run from working.
    var isBad: Bool { notes.contains { $0.verdict == .bad } }

    mutating func note(_ matter: String, _ verdict: Verdict, _ text: String) {
        notes.append((matter, verdict, text))
    }

    /// Whether state can be kept.
    mutating func files(_ folder: String, _ context: CommandContext) {
        let probe = path("cache/doctor", in: folder)
        do {
            try context.files.write(probe, Array("ok\n".utf8))
            note("files", .good, "\(folder) can be written")
        } catch {
            note("files", .bad, "\(folder) can't be written: \(error)")
        }
    }

    /// Where the key comes from.
    mutating func key(_ service: ServiceOptions, _ context: CommandContext) {
        func isSet(_ name: String) -> Bool { !(context.environment[name] ?? "").isEmpty }
        if service.sandbox {
            note("key", .good, "none is needed for the sandbox")
        } else if isSet("INTERVALS_API_KEY") {
            note("key", .good, "INTERVALS_API_KEY is set")
        } else if isSet("INTERVALS_ACCESS_TOKEN") {
            note("key", .good, "INTERVALS_ACCESS_TOKEN is set; a token reaches only its own athlete")
        } else {
            note("key", .bad, "neither INTERVALS_API_KEY nor INTERVALS_ACCESS_TOKEN is set")
        }
    }

    /// What the service says of itself and of the athlete.
    mutating func service(_ access: ServiceAccess, _ options: ServiceOptions, _ context: CommandContext) async {
        do {
            let athlete = try await access.client.athlete(access.athlete)
            self.athlete = athlete
            let host = options.sandbox ? "the sandbox" : ServiceConnection.baseURL(options, context)
            note("service", .good, "\(host) answers")
            let isStated = (try? options.day.stated(context)).flatMap { $0 } != nil
            if isStated {
                note("clock", .good, "not compared: the day is stated")
            } else {
                clock(access.client.clockReading)
            }
            describe(athlete, context)
            try await fitness(access)
        } catch {
            note("service", .bad, "\(error)")
        }
    }

    private mutating func clock(_ reading: ServiceClockReading?) {
        guard let reading else { return note("clock", .doubtful, "the service told no time") }
        let seconds = abs(reading.secondsAhead)
        note(
            "clock", seconds > 12 * 3600 ? .bad : seconds > 120 ? .doubtful : .good,
            "\(seconds) s from the service's")
    }

    private mutating func describe(_ athlete: Athlete, _ context: CommandContext) {
        note("athlete", .good, "\(athlete.id)" + (athlete.name.map { ", \(oneLine($0))" } ?? ""))
        switch athlete.permission {
        case "READ"?, "NONE"?: note("right", .bad, "this key may not write to this athlete's calendar")
        default: note("right", .good, athlete.permission.map { "\($0)" } ?? "the service doesn't say; assumed")
        }
        if let zone = athlete.timezone, let today = context.date(context.now(), zone) {
            note("zone", .good, "\(zone), where it is \(today)")
        } else {
            note("zone", .doubtful, "unknown; today counts as the latest date on Earth")
        }
        for settings in athlete.sportSettings {
            let sports = settings.types.isEmpty ? "other sports" : settings.types.prefix(3).joined(separator: ", ")
            let known = [
                settings.ftp.map { "FTP \($0)" }, settings.lthr.map { "LTHR \($0)" },
                settings.thresholdPace.map { "threshold \(JSONValue($0, decimals: 3).text.trimmedLine) m/s" },
            ].compactMap { $0 }
            note(
                "thresholds", known.isEmpty ? .doubtful : .good,
                "\(sports): " + (known.isEmpty ? "none, so no load can be computed" : known.joined(separator: ", ")))
        }
    }

    private mutating func fitness(_ access: ServiceAccess) async throws {
        let records = try await access.client.wellness(
            athlete: access.athlete, oldest: access.today - 1, newest: access.today - 1)
        guard let record = records.last, let ctl = record.ctl, let atl = record.atl else {
            return note(
                "fitness", .doubtful, "the service has no fitness for yesterday; --live has nothing to start from")
        }
        let figures = [ctl, atl].map { JSONValue($0, decimals: 1).text.trimmedLine }
        note("fitness", .good, "CTL \(figures[0]), ATL \(figures[1]) yesterday")
    }

    /// Learns what the service's description leaves open, and keeps it.
    mutating func probe(_ access: ServiceAccess, _ folder: PlanFolder, _ context: CommandContext) async {
        guard let athlete else { return }
        do {
            findings = try await WriteProbe(client: access.client, athlete: athlete.id, day: access.today + 730).run()
            note("probe", .good, "one event written, changed and removed")
            var known = Capabilities.read(folder, context.files)
            known.learn(findings)
            try known.save(folder, context.files)
        } catch {
            note("probe", .bad, "\(error)")
        }
    }

    /// All notes for scripts.
    var json: JSONValue {
        [
            "checks": JSONValue(notes) { note in
                [
                    "check": .string(note.matter), "result": .string(note.verdict.rawValue),
                    "message": .string(note.text),
                ]
            },
            "probes": Capabilities.json(findings),
        ]
    }

    /// All notes for people.
    var text: String {
        let width = notes.map(\.matter.count).max() ?? 0
        var lines = notes.map { note in
            let sign = note.verdict == .good ? "ok     " : note.verdict == .doubtful ? "warning" : "FAULT  "
            return "\(sign)  \(note.matter)\(String(repeating: " ", count: width - note.matter.count))  \(note.text)"
        }
        lines += findings.map { "         (\($0.letter)) \($0.question): \($0.answer)" }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension String {
    /// The text without its line end.
    fileprivate var trimmedLine: String { hasSuffix("\n") ? String(dropLast()) : self }
}
