import MeshDiagnostics
import MeshMapping

/// A fix as text: what it does, and the commands that do it.
struct FixText {
  let style: Style

  /// The lines of a fix.
  func lines(_ fix: Fix) -> [String] {
    ["fix: \(fix.message)"] + commands(of: fix)
  }

  /// The commands that do in a cluster what the fix does in files.
  func commands(of fix: Fix) -> [String] {
    fix.commands.map { "  \($0)" }
  }
}
