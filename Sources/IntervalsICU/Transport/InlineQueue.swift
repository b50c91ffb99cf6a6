import Foundation

/// Runs what it is given at once, where it is called.
///
/// The delegate of a URL session is then called by whoever reads the wire, which waits for it: nothing piles up between
/// the two, however fast a service sends and however much it has packed into little.
///
/// It holds nothing of its own; that it may be shared is what it inherits, and Swift wants that said again.
final class InlineQueue: OperationQueue, @unchecked Sendable {
    override func addOperation(_ block: @escaping @Sendable () -> Void) {
        block()
    }
}
