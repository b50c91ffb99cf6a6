/// A lock on a file that the machine takes back when the process ends, however it ends.
final class FileLock: Sendable {
    private let release: @Sendable () -> Void

    init(release: @escaping @Sendable () -> Void) {
        self.release = release
    }

    deinit {
        release()
    }
}
