public import ArgumentParser
public import IntervalsICU

extension WorkoutFileKind: ExpressibleByArgument {}

/// A planned workout as a file, made by the service.
struct DownloadCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "download", abstract: "Download a planned workout as the service writes it.",
        discussion: "Example: plan download 1234 --format zwo -o openers.zwo")

    @Argument(help: "The event's id.")
    var id: Int

    @Option(help: "zwo, mrc, erg or fit.")
    var format: WorkoutFileKind = .zwo

    @OptionGroup var service: ServiceOptions
    @OptionGroup var destination: DestinationOptions
    @OptionGroup var output: OutputOptions

    func run(_ context: CommandContext) async throws {
        let access = try ServiceAccess(service, output, context)
        let bytes = try await access.ask { try await $0.downloadEvent(athlete: access.athlete, id: id, as: format) }
        guard !bytes.isEmpty else { throw context.failure(.failed, "the service sent an empty file for event \(id)") }
        try destination.write(bytes, isText: format != .fit, context)
    }
}
