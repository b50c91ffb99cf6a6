extension Route {
    /// Every path of the service that the sandbox speaks; fixed segments stand before parameters that would match them.
    static let all: [Route] = events + athletes + wellness + activities

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
    ]

    private static let athletes: [Route] = [
        Route("GET", "athletes", nil) { try $0.listAthletes($1) },
        Route("GET", "athlete/{athlete}", nil) { $0.showAthlete($1) },
        Route("PUT", "athlete/{athlete}", .settings) { try $0.updateAthlete($1) },
        Route("GET", "athlete/{athlete}/sport-settings", .settings) { $0.listSportSettings($1) },
        Route("PUT", "athlete/{athlete}/sport-settings", .settings) { try $0.updateAllSportSettings($1) },
        Route("GET", "athlete/{athlete}/sport-settings/{settings}", .settings) { try $0.showSportSettings($1) },
        Route("PUT", "athlete/{athlete}/sport-settings/{settings}", .settings) { try $0.updateSportSettings($1) },
    ]

    private static let wellness: [Route] = [
        Route("GET", "athlete/{athlete}/wellness{format}", .wellness) { try $0.listWellness($1) },
        Route("PUT", "athlete/{athlete}/wellness", .wellness) { try $0.updateWellness($1) },
        Route("PUT", "athlete/{athlete}/wellness-bulk", .wellness) { try $0.updateWellnessRecords($1) },
        Route("GET", "athlete/{athlete}/wellness/{date}", .wellness) { try $0.showWellness($1) },
        Route("PUT", "athlete/{athlete}/wellness/{date}", .wellness) { try $0.updateWellness($1) },
    ]

    private static let activities: [Route] = [
        Route("GET", "athlete/{athlete}/activities{format}", .activity) { try $0.listActivities($1) },
        Route("POST", "athlete/{athlete}/activities/manual", .activity) { try $0.createManualActivity($1) },
        Route("GET", "activity/{activity}", .activity) { try $0.showActivity($1) },
        Route("PUT", "activity/{activity}", .activity) { try $0.updateActivity($1) },
        Route("DELETE", "activity/{activity}", .activity) { try $0.deleteActivity($1) },
    ]
}
