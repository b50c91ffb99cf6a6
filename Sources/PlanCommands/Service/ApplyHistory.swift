import CalendarDiff
import Publishing

/// The journals of the athletes whose calendars were written from here.
struct ApplyHistory {
    /// The service's part of `.plan/`.
    let folder: PlanFolder
    private let files: Files

    /// Looks for `.plan/` beside a plan file, where one is named, else here and in the usual folder of plans.
    init(_ service: ServiceOptions, planFile: String?, _ context: CommandContext) {
        files = context.files
        let tops =
            planFile.map { [ServiceConnection.stateFolder(service, planFile: $0)] } ?? [
                service.stateDirectory ?? ".plan", service.stateDirectory ?? "Plans/.plan",
            ]
        let folders = tops.map { PlanFolder(top: $0, service, context) }
        let files = context.files
        folder = folders.first { !files.names(path("log", in: $0.root)).isEmpty } ?? folders[0]
    }

    /// The athletes that have a journal.
    var athletes: [String] {
        files.names(path("log", in: folder.root)).filter { $0.hasSuffix(".jsonl") }.map { String($0.dropLast(6)) }
    }

    /// The journal of an athlete.
    func journal(_ athlete: String) -> Journal {
        Journal(text: String(decoding: files.read(folder.journalFile(athlete: athlete)) ?? [], as: UTF8.self))
    }
}
