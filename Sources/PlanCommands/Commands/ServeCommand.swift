import ArgumentParser

/// A page in the browser that follows a plan file.
struct ServeCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Show the preview in the browser and follow the file as it is saved.",
        discussion: "Example: plan serve Plans/gran-fondo-26.plan.yaml")

    @Argument(help: "A plan or a roster.")
    var file: String

    @Option(help: "The port on 127.0.0.1; 0 takes a free one.")
    var port: UInt16 = 8090

    @OptionGroup var planning: PlanningOptions
    @OptionGroup var output: OutputOptions

    func run(_ context: CommandContext) async throws {
        guard context.files.read(file) != nil else {
            throw context.failure(.invalid, "\(file) doesn't exist or can't be read")
        }
        let preview = LivePreview(file: file, planning.applied(to: context))
        let (file, isQuiet) = (file, output.quiet)
        do {
            try await PageServer(port: port) { await preview.page($0) }
                .run(isInterrupted: context.interrupts()) { port in
                    context.console.print("http://127.0.0.1:\(port)\n")
                    if !isQuiet { context.console.say("Follows \(file) as it is saved. Stop with Ctrl-C.\n") }
                }
        } catch is PageServer.Interruption {
            throw CommandFailure(status: .interrupted)
        } catch is PageServer.PortTaken {
            throw context.failure(
                .failed,
                "port \(port) is taken by another program; name another with --port, or --port 0 for a free one")
        } catch {
            throw context.failure(.failed, "the page can't be served: \(error)")
        }
    }
}
