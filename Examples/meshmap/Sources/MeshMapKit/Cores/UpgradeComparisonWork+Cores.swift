import Foundation
package import MeshDiagnostics

extension UpgradeComparisonWork {
  /// Does all of the work, and gives the comparison.
  ///
  /// - Parameter cores: Who works.
  package func comparison(on cores: CoreUse) async throws -> UpgradeComparison {
    var pieces = pieces(cores == .one ? 1 : ProcessInfo.processInfo.activeProcessorCount)[...]
    var results: [Result] = []
    try await OrderedWork<Piece, Result>(on: cores) { $0.result() }
      .run(next: { pieces.popFirst() }, take: { results.append($0) })
    return comparison(of: results)
  }
}
