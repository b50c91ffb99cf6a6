import ArgumentParser
import IntervalsICU

extension ServiceAccess {
    /// The folder of that id or exact name; a name that stands for several, or none, ends the command.
    func folder(_ wanted: String, _ context: CommandContext) async throws -> LibraryFolder {
        let folders = try await ask { try await $0.folders(athlete: athlete) }
        if let folder = try match(wanted, in: folders, context) { return folder }
        let names = folders.map(\.name).sorted().joined(separator: ", ")
        throw context.failure(
            .failed, "the library has no folder \(wanted)" + (names.isEmpty ? "; it is empty" : "; it has \(names)"))
    }

    /// The folder of that id or exact name, nil where there is none.
    func match(
        _ wanted: String, in folders: [LibraryFolder], _ context: CommandContext
    ) throws -> LibraryFolder? {
        if let id = Int(wanted), let folder = folders.first(where: { $0.id == id }) { return folder }
        let named = folders.filter { $0.name == wanted }
        guard named.count < 2 else {
            let ids = named.map { String($0.id) }.joined(separator: ", ")
            throw context.failure(.failed, "the name \(wanted) stands for several folders: \(ids); name one by its id")
        }
        return named.first
    }
}

extension CommandContext {
    /// Without a terminal `--yes` must have answered the question beforehand.
    func checkForConsent(yes: Bool) throws {
        guard yes || console.isInputTerminal else {
            throw failure(.usage, "nobody is there to confirm; add --yes to go on without asking")
        }
    }

    /// Asks a question that only "yes" answers.
    func confirm(_ question: String, yes: Bool) throws {
        if yes { return }
        console.say("\(question) Only \"yes\" goes on: ")
        guard console.readLine() == "yes" else { throw failure(.failed, "nothing was written") }
    }
}
