import KubernetesJSON
import KubernetesObjects
import MeshDiagnostics

/// A fix with what it changes in files.
struct ShownFix: Sendable, JSONWritable {
  let fix: Fix
  /// The lines that it changes; empty where it is not written.
  let edits: [FileEdit]
  /// Why it is not written into files; nil where it can be.
  let reason: Unwritable?
  /// Where the object is that is mended.
  var home = Home.cluster

  /// Where an object is.
  enum Home: Sendable {
    /// In a cluster, maybe.
    case cluster
    /// In a file alone, since no cluster takes it.
    case file
  }

  /// The commands that do in a cluster what the fix does in files.
  var commands: [String] { home == .file ? [] : fix.commands }

  func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.write(fix.message, forKey: "message")
      let commands = commands
      if !commands.isEmpty { object.write(commands.joined(separator: "\n"), forKey: "command") }
      object.write(edits, forKey: "edits")
      object.write(reason.map { "It is not written into a file, since \($0.phrase)." }, forKey: "unwritten")
      object.write(fix.pods.map { "\($0)".printedSafely }, forKey: "pods")
    }
  }
}
