import Foundation
import Glibc
import Synchronization

/// A server of raw bytes on a free port of the loopback, to answer in ways no HTTP library would.
final class RawServer: Sendable {
    /// What to do with one request.
    enum Reply: Sendable {
        /// Send these texts and wait for another request on the same connection.
        case keep(String)
        /// Send this text and close.
        case close(String)
        /// Send this text over and over until the client has gone.
        case flood(head: String, block: String)
        /// Say nothing until the client has gone.
        case silence
    }

    let port: Int
    private let listener: Int32
    private let seen = Mutex<[String]>([])
    private let reply: @Sendable (String) -> Reply

    /// The requests so far, head and body.
    var requests: [String] { seen.withLock { $0 } }
    var address: String { "http://127.0.0.1:\(port)" }

    init(_ reply: @escaping @Sendable (String) -> Reply) throws {
        self.reply = reply
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        port = try RawServer.listenOnFreePort(listener)
        Thread.detachNewThread { [self] in
            while true {
                let connection = accept(listener, nil, nil)
                guard connection >= 0 else { return }
                Thread.detachNewThread { [self] in serve(connection) }
            }
        }
    }

    func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    private func serve(_ connection: Int32) {
        defer { close(connection) }
        while let request = readRequest(connection) {
            seen.withLock { $0.append(request) }
            switch reply(request) {
            case .keep(let text):
                guard write(text, connection) else { return }
            case .close(let text):
                _ = write(text, connection)
                return
            case .flood(let head, let block):
                guard write(head, connection) else { return }
                while write(block, connection) {}
                return
            case .silence:
                _ = readSome(connection)
                return
            }
        }
    }

    private func readRequest(_ connection: Int32) -> String? {
        var text = ""
        while !isWhole(text) {
            guard let more = readSome(connection) else { return nil }
            text += more
        }
        return text
    }

    private func isWhole(_ request: String) -> Bool {
        guard let end = request.firstRange(of: "\r\n\r\n") else { return false }
        let length = request.firstMatch(of: /(?i)\r\nContent-Length: *(\d+)/).flatMap { Int($0.1) } ?? 0
        return request[end.upperBound...].utf8.count >= length
    }

    private func readSome(_ connection: Int32) -> String? {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = recv(connection, &buffer, buffer.count, 0)
        return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : nil
    }

    private func write(_ text: String, _ connection: Int32) -> Bool {
        let bytes = Array(text.utf8)
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    private static func listenOnFreePort(_ listener: Int32) throws -> Int {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                bind(listener, generic, length) == 0 && listen(listener, 16) == 0
                    && getsockname(listener, generic, &length) == 0
            }
        }
        guard result else { throw POSIXError(.EADDRNOTAVAIL) }
        return Int(UInt16(bigEndian: address.sin_port))
    }
}
