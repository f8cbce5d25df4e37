import Foundation
package import MeshDiagnostics

extension UpgradeComparisonWork {
  /// Does all of the work, and gives the comparison.
  ///
  /// - Parameter cores: Who works.
  package func comparison(on cores: CoreUse) async throws -> UpgradeComparison {
    let count = cores == .one ? 1 : ProcessInfo.processInfo.activeProcessorCount
    return comparison(of: try await OrderedWork<Piece, Result>(on: cores) { $0.result() }.results(of: pieces(count)))
  }
}
