import ArgumentParser
import Foundation
import MeshMapKit
import MeshMapping

/// The command `meshmap`: what Kuma does with the Pods of some objects, without a cluster.
@main
struct MeshMap: AsyncParsableCommand {
  /// The version of the tool.
  static let toolVersion = "1.0.0"

  static let configuration = CommandConfiguration(
    commandName: "meshmap",
    abstract: "Show what Kuma, a service mesh, does with your Pods on Kubernetes, without a cluster.",
    discussion: """
      Reads Namespaces, Pods, Services and what belongs to them from files, directories or standard input, JSON or YAML:

        kubectl get namespaces,pods,services,replicasets,jobs,nodes,endpointslices -A -o json | meshmap preview -

      Exit status:
        0   done
        1   what was looked for was found
        2   the input, or part of it, could not be used
        3   nothing was found, but something that decides is not in the input
        64  wrong usage
        74  the output could not be written

      The forms of --output json: meshmap help json. What a code means: meshmap codes CODE. The manual page: meshmap help man. \
      Completions for a shell: meshmap --generate-completion-script bash, zsh or fish.
      """,
    version: "meshmap \(toolVersion), for Kuma 1.2.0 to \(KumaRelease.newest)",
    subcommands: [
      Preview.self, Explain.self, Reconcile.self, Compare.self, Upgrade.self, Verify.self, Lint.self, Services.self,
      DirectAccessCommand.self, Codes.self,
    ]
  )

  /// Runs the command that the arguments name, and ends the process with its status, whatever becomes of its outputs.
  static func main() async {
    Descriptor.prepareProcess()
    var given = Array(CommandLine.arguments.dropFirst())
    do {
      if given == ["help", "json"] {
        try StandardOutput.write(Array("\(JSONHelp.text)\n".utf8))
        Foundation.exit(Ending.done.rawValue)
      }
      if given == ["help", "man"] {
        try StandardOutput.write(Array(ManualPage(of: try .ofThisTool).text.utf8))
        Foundation.exit(Ending.done.rawValue)
      }
      let arguments = try GivenArguments(given)
      given = arguments.all
      for file in arguments.files { Messages.tellAfterAnswer("note: settings are taken from \(file.printedSafely)") }
      try await GivenArguments.$current.withValue(arguments.behindCommand) {
        try await GivenArguments.$places.withValue(arguments.placesInFiles) {
          var command = try parseAsRoot(arguments.all)
          if var command = command as? any AsyncParsableCommand {
            try await command.run()
          } else {
            try command.run()
          }
        }
      }
    } catch {
      end(with: error, after: given)
    }
    Messages.showWhatIsHeld()
    Foundation.exit(Ending.done.rawValue)
  }

  /// Shows why the command ends, which may be that help was asked for, and ends it.
  ///
  /// - Parameters:
  ///   - error: Why it ends.
  ///   - arguments: The arguments that it was given, by files too.
  private static func end(with error: any Error, after arguments: [String]) -> Never {
    Messages.showWhatIsHeld()
    let message = UsageMessage.safe(fullMessage(for: error), showing: arguments)
    let status = exitCode(for: error).rawValue
    guard !message.isEmpty else { Foundation.exit(status) }
    guard status == Ending.done.rawValue else {
      Messages.show("\(message)\n")
      Foundation.exit(status)
    }
    do {
      try StandardOutput.write(Array("\(message)\n".utf8))
    } catch {
      Foundation.exit(Ending.unwritable.rawValue)
    }
    Foundation.exit(status)
  }
}
