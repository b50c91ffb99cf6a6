import PlanCommands

@main
enum Program {
    static func main() async {
        await PlanCommand.start()
    }
}
