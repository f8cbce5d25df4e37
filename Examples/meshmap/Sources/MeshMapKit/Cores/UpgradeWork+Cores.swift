import Foundation
package import MeshDiagnostics

extension UpgradeWork {
  /// Does all of the work, and gives the path.
  ///
  /// - Parameter cores: Who works.
  package mutating func path(on cores: CoreUse) async throws -> UpgradePath {
    // What a piece takes is not known before, so there are a few for each core.
    let count = cores == .one ? 1 : 4 * ProcessInfo.processInfo.activeProcessorCount
    let work = OrderedWork<Piece, Result>(on: cores) { $0.result() }
    while !isDone { take(try await work.results(of: pieces(count))) }
    return path
  }
}
