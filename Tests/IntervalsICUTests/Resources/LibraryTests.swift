import CivilDates
import Testing

@testable import IntervalsICU

/// What goes over the wire for each call of the library, byte for byte.
@Suite struct LibraryTests {
    private func sent(_ scene: Scene) -> [String] {
        scene.transport.requests.map { request in
            let body = request.body.map { " " + String(decoding: $0, as: UTF8.self) } ?? ""
            return "\(request.method) \(request.target)\(body)"
        }
    }

    @Test("reads folders, and drops nothing of them as records")
    func folders() async throws {
        let json =
            #"[{"id":9,"type":"PLAN","name":"Base","num_workouts":0,"duration_weeks":12,"canEdit":false,"blurb":"x"}]"#
        let scene = Scene(.answer(200, json), .answer(200, json))
        let folder = try await scene.client.folders(athlete: "0")[0]
        #expect((folder.id, folder.type, folder.name, folder.weeks, folder.canEdit) == (9, "PLAN", "Base", 12, false))
        #expect(try await scene.client.folderRecords(athlete: "0")[0]["blurb"] == .string("x"))
        #expect(sent(scene) == ["GET /api/v1/athlete/0/folders", "GET /api/v1/athlete/0/folders"])
    }

    @Test("creates, changes and deletes a folder")
    func folderWrites() async throws {
        let json = #"{"id":9,"name":"Base"}"#
        let scene = Scene(.answer(200, json), .answer(200, json), .answer(200, "{}"))
        _ = try await scene.client.createFolder(athlete: "0", LibraryFolderBody(type: "FOLDER", name: "Base"))
        _ = try await scene.client.updateFolder(athlete: "0", id: 9, LibraryFolderBody(description: "hard"))
        try await scene.client.deleteFolder(athlete: "0", id: 9)
        #expect(
            sent(scene) == [
                #"POST /api/v1/athlete/0/folders {"name":"Base","type":"FOLDER"}"#,
                #"PUT /api/v1/athlete/0/folders/9 {"description":"hard"}"#, "DELETE /api/v1/athlete/0/folders/9",
            ])
    }

    @Test("shares a folder by id and right alone")
    func sharing() async throws {
        let json = #"[{"id":"i8","name":"Ann","canEdit":true,"email":"a@b.c"}]"#
        let scene = Scene(.answer(200, json), .answer(200, json))
        #expect(
            try await scene.client.sharedWith(athlete: "0", folder: 9) == [
                FolderShare(id: "i8", name: "Ann", canEdit: true)
            ])
        _ = try await scene.client.setSharedWith(athlete: "0", folder: 9, [FolderShare(id: "i8", canEdit: true)])
        #expect(
            sent(scene) == [
                "GET /api/v1/athlete/0/folders/9/shared-with",
                #"PUT /api/v1/athlete/0/folders/9/shared-with [{"canEdit":true,"id":"i8"}]"#,
            ])
    }

    @Test("reads and writes workouts")
    func workouts() async throws {
        let json =
            #"{"id":3,"folder_id":9,"name":"VO2","type":"Ride","day":4,"tags":["a"],"workout_doc":{"steps":[{}]}}"#
        let scene = Scene(
            .answer(200, "[\(json)]"), .answer(200, json), .answer(200, "[\(json)]"), .answer(200, json),
            .answer(200, "[3]"))
        let workout = try await scene.client.libraryWorkouts(athlete: "0")[0]
        #expect((workout.id, workout.folderID, workout.day, workout.workoutDoc?.stepCount) == (3, 9, 4, 1))
        var body = LibraryWorkoutBody()
        body.folderID = 9
        body.name = "VO2"
        _ = try await scene.client.createLibraryWorkout(athlete: "0", body)
        _ = try await scene.client.createLibraryWorkouts(athlete: "0", [body])
        _ = try await scene.client.updateLibraryWorkout(athlete: "0", id: 3, body)
        try await scene.client.deleteLibraryWorkout(athlete: "0", id: 3)
        let text = #"{"folder_id":9,"name":"VO2"}"#
        #expect(
            sent(scene) == [
                "GET /api/v1/athlete/0/workouts", "POST /api/v1/athlete/0/workouts \(text)",
                "POST /api/v1/athlete/0/workouts/bulk [\(text)]", "PUT /api/v1/athlete/0/workouts/3 \(text)",
                "DELETE /api/v1/athlete/0/workouts/3",
            ])
    }

    @Test("a library write whose end is unknown is not sent again")
    func ambiguous() async throws {
        let scene = Scene(.answer(502, "bad gateway"), .answer(200, #"{"id":3,"name":"x"}"#))
        await #expect(throws: ServiceError.self) {
            _ = try await scene.client.createLibraryWorkout(athlete: "0", LibraryWorkoutBody())
        }
        #expect(scene.transport.requests.count == 1)
    }
}
