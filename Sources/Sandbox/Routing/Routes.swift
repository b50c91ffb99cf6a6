extension Route {
    /// Every path of the service that the sandbox speaks; fixed segments stand before parameters that would match them.
    static let all: [Route] =
        events + files + plans + folders + workouts + athletes + sportSettings + wellness + activities

    private static let events: [Route] = [
        Route("PUT", "athlete/{athlete}/events/bulk-delete", .calendar) { try $0.deleteListedEvents($1) },
        Route("POST", "athlete/{athlete}/events/bulk", .calendar) { try $0.createEvents($1) },
        Route("GET", "athlete/{athlete}/events{format}", .calendar) { try $0.listEvents($1) },
        Route("POST", "athlete/{athlete}/events", .calendar) { try $0.createEvent($1) },
        Route("PUT", "athlete/{athlete}/events", .calendar) { try $0.flagEvents($1) },
        Route("DELETE", "athlete/{athlete}/events", .calendar) { try $0.deleteEventRange($1) },
        Route("GET", "athlete/{athlete}/events/{event}", .calendar) { try $0.showEvent($1) },
        Route("PUT", "athlete/{athlete}/events/{event}", .calendar) { try $0.updateEvent($1) },
        Route("DELETE", "athlete/{athlete}/events/{event}", .calendar) { try $0.deleteEvent($1) },
        Route("POST", "athlete/{athlete}/events/{event}/mark-done", .calendar) { try $0.markEventDone($1) },
        Route("POST", "athlete/{athlete}/duplicate-events", .calendar) { try $0.duplicateEvents($1) },
        Route("GET", "athlete/{athlete}/event-tags", .calendar) { $0.listEventTags($1) },
        Route("GET", "athlete/{athlete}/fitness-model-events", .calendar) { $0.listFitnessModelEvents($1) },
        Route("GET", "athlete/{athlete}/calendars", .calendar) { $0.listCalendars($1) },
    ]

    private static let files: [Route] = [
        Route("GET", "athlete/{athlete}/events/{event}/download{ext}", .calendar) { try $0.downloadEvent($1) },
        Route("GET", "athlete/{athlete}/workouts.zip", .calendar) { try $0.downloadCalendar($1) },
        Route("POST", "athlete/{athlete}/download-workout{ext}", .calendar, writes: false) {
            try $0.convertWorkout($1)
        },
        Route("POST", "download-workout{ext}", .calendar, writes: false) { try $0.convertOwnWorkout($1) },
    ]

    private static let plans: [Route] = [
        Route("POST", "athlete/{athlete}/events/apply-plan", .calendar) { try $0.applyPlan($1) },
        Route("PUT", "athlete/{athlete}/apply-plan-changes", .calendar) { try $0.applyPlanChanges($1) },
        Route("GET", "athlete/{athlete}/training-plan", .calendar) { $0.showTrainingPlan($1) },
        Route("PUT", "athlete/{athlete}/training-plan", .calendar) { try $0.updateTrainingPlan($1) },
        Route("PUT", "athlete-plans", .calendar) { try $0.updateTrainingPlans($1) },
    ]

    private static let folders: [Route] = [
        Route("GET", "athlete/{athlete}/folders", .library) { $0.listFolders($1) },
        Route("POST", "athlete/{athlete}/folders", .library) { try $0.createFolder($1) },
        Route("PUT", "athlete/{athlete}/folders/{folder}", .library) { try $0.updateFolder($1) },
        Route("DELETE", "athlete/{athlete}/folders/{folder}", .library) { try $0.deleteFolder($1) },
        Route("PUT", "athlete/{athlete}/folders/{folder}/workouts", .library) { try $0.flagFolderWorkouts($1) },
        Route("GET", "athlete/{athlete}/folders/{folder}/shared-with", .library) { try $0.listShares($1) },
        Route("PUT", "athlete/{athlete}/folders/{folder}/shared-with", .library) { try $0.updateShares($1) },
        Route("POST", "athlete/{athlete}/folders/{folder}/import-workout", .library) { try $0.importWorkout($1) },
    ]

    private static let workouts: [Route] = [
        Route("GET", "athlete/{athlete}/workouts", .library) { $0.listWorkouts($1) },
        Route("POST", "athlete/{athlete}/workouts", .library) { try $0.createWorkout($1) },
        Route("POST", "athlete/{athlete}/workouts/bulk", .library) { try $0.createWorkouts($1) },
        Route("GET", "athlete/{athlete}/workouts/{workout}", .library) { try $0.showWorkout($1) },
        Route("PUT", "athlete/{athlete}/workouts/{workout}", .library) { try $0.updateWorkout($1) },
        Route("DELETE", "athlete/{athlete}/workouts/{workout}", .library) { try $0.deleteWorkout($1) },
        Route("POST", "athlete/{athlete}/duplicate-workouts", .library) { try $0.duplicateWorkouts($1) },
        Route("GET", "athlete/{athlete}/workout-tags", .library) { $0.listWorkoutTags($1) },
    ]

    private static let athletes: [Route] = [
        Route("GET", "athletes", nil) { try $0.listAthletes($1) },
        Route("GET", "athlete/{athlete}", nil) { $0.showAthlete($1) },
        Route("PUT", "athlete/{athlete}", .settings) { try $0.updateAthlete($1) },
        Route("GET", "athlete/{athlete}/athlete-summary{format}", nil) { try $0.listSummaries($1) },
        Route("GET", "athlete/{athlete}/profile", nil) { $0.showProfile($1) },
        Route("GET", "athlete/{athlete}/groups", nil) { $0.listGroups($1) },
        Route("GET", "athlete/{athlete}/connections", .settings) { $0.showConnections($1) },
    ]

    private static let sportSettings: [Route] = [
        Route("GET", "athlete/{athlete}/sport-settings", .settings) { $0.listSportSettings($1) },
        Route("PUT", "athlete/{athlete}/sport-settings", .settings) { try $0.updateAllSportSettings($1) },
        Route("POST", "athlete/{athlete}/sport-settings", .settings) { try $0.createSportSettings($1) },
        Route("DELETE", "athlete/{athlete}/sport-settings/{settings}", .settings) { try $0.deleteSportSettings($1) },
        Route("GET", "athlete/{athlete}/sport-settings/{settings}", .settings) { try $0.showSportSettings($1) },
        Route("PUT", "athlete/{athlete}/sport-settings/{settings}", .settings) { try $0.updateSportSettings($1) },
    ]

    private static let wellness: [Route] = [
        Route("GET", "athlete/{athlete}/wellness{format}", .wellness) { try $0.listWellness($1) },
        Route("PUT", "athlete/{athlete}/wellness", .wellness) { try $0.updateWellness($1) },
        Route("POST", "athlete/{athlete}/wellness", .wellness) { try $0.uploadWellness($1) },
        Route("PUT", "athlete/{athlete}/wellness-bulk", .wellness) { try $0.updateWellnessRecords($1) },
        Route("GET", "athlete/{athlete}/wellness/{date}", .wellness) { try $0.showWellness($1) },
        Route("PUT", "athlete/{athlete}/wellness/{date}", .wellness) { try $0.updateWellness($1) },
    ]

    private static let activities: [Route] = [
        Route("GET", "athlete/{athlete}/activities{format}", .activity) { try $0.listActivities($1) },
        Route("POST", "athlete/{athlete}/activities/manual", .activity) { try $0.createManualActivity($1) },
        Route("POST", "athlete/{athlete}/activities/manual/bulk", .activity) { try $0.createManualActivities($1) },
        Route("GET", "athlete/{athlete}/activities/search", .activity) { try $0.searchActivities($1, whole: false) },
        Route("GET", "athlete/{athlete}/activities/search-full", .activity) {
            try $0.searchActivities($1, whole: true)
        },
        Route("GET", "athlete/{athlete}/activities/{ids}", .activity) { try $0.listNamedActivities($1) },
        Route("GET", "athlete/{athlete}/activities-around", .activity) { try $0.listActivitiesAround($1) },
        Route("GET", "athlete/{athlete}/activity-tags", .activity) { $0.listActivityTags($1) },
        Route("GET", "activity/{activity}", .activity) { try $0.showActivity($1) },
        Route("GET", "activity/{activity}/intervals", .activity) { try $0.showIntervals($1) },
        Route("PUT", "activity/{activity}", .activity) { try $0.updateActivity($1) },
        Route("DELETE", "activity/{activity}", .activity) { try $0.deleteActivity($1) },
    ]
}
