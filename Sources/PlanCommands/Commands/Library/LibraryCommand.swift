import ArgumentParser

/// The athlete's workout library.
struct LibraryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "library", abstract: "The workout library: folders, library plans and their workouts.",
        subcommands: [
            ListFoldersCommand.self, ShowFolderCommand.self, CreateFolderCommand.self, UpdateFolderCommand.self,
            RemoveFolderCommand.self, ShareFolderCommand.self, PushLibraryCommand.self, PullFolderCommand.self,
            LibraryWorkoutsCommand.self,
        ])
}

/// Single workouts of the library.
struct LibraryWorkoutsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "workouts", abstract: "List, show, create, change and delete single library workouts.",
        subcommands: [
            ListLibraryWorkoutsCommand.self, GetLibraryWorkoutCommand.self, CreateLibraryWorkoutCommand.self,
            UpdateLibraryWorkoutCommand.self, DeleteLibraryWorkoutCommand.self,
        ])
}
