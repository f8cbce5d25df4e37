import Foundation
import Testing

/// What the command says of workloads that have no Pods yet: of the folder `bakery` among the sample clusters, worked out by hand.
@Suite struct WorkloadTests {
  /// A hook of Argo CD has its name made, every time anew: each is one of its own, and what only its name tells is unknown.
  @Test func jobsThatHaveNoNameYet() throws {
    let job = """
      apiVersion: batch/v1
      kind: Job
      metadata: {generateName: migrate-, namespace: demo}
      spec:
        template:
          metadata: {labels: {app: migrate}}
          spec: {restartPolicy: Never, containers: [{name: a, image: a, ports: [{containerPort: 8080}]}]}

      """
    let input = Manifest.documents(Manifest.namespace(), Manifest.service(), Manifest.pod(), job, job)
    let run = try Command("preview", "--release", "2.9.4", "--node-labels", "", "-").run(input: input)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(
      run.output == """
        demo · mesh default · kuma.io/sidecar-injection=enabled
          Job migrate-* · 1 Pod  inject, pending
            no port  service unknown  tcp  ready
              app=migrate
          Job migrate-** · 1 Pod  inject, pending
            no port  service unknown  tcp  ready
              app=migrate
          Pod web-1  inject, apply
            port 8080  web_demo_svc_80  tcp  ready
              app=web
        1 Pod and 2 workloads without Pods under the rules of Kuma 2.9.4: 1 apply, 2 pending
        not known: Some values of 2 Pods are known only once the Pods run.
        note: The input has no Mesh, so the mesh default is taken to be as an installation creates it.

        """)
  }

  @Test func aFolderOfManifestsWithoutAnyPod() throws {
    let run = try Command("preview", "--release", "2.13.0", "--node-labels", "", "bakery").run()
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(
      run.output == """
        bakery · mesh default · kuma.io/sidecar-injection=enabled
          CronJob baking · 1 Pod  inject, pending
            no port  baking_bakery_svc  tcp  ready
              app=oven
          Deployment counter · 3 Pods  inject, pending
            port 8080  counter_bakery_svc_80  http  ready
              app=counter
          StatefulSet ledger · 2 Pods  inject, pending
            port 5432  ledger_bakery_svc_5432  tcp  ready
              app=ledger
            which other inbounds there are depends on labels that only running Pods have
          DaemonSet thermometer · Pods of an unknown number  no sidecar
            No sidecar is added, since pod label kuma.io/sidecar-injection=disabled opts out.
        4 workloads without Pods under the rules of Kuma 2.13.0: 3 pending, 1 none
        not known: Some values of 3 Pods are known only once the Pods run.
        note: The input has no Mesh, so the mesh default is taken to be as an installation creates it.

        """
    )
  }

  @Test(arguments: ["deployment/counter", "deploy/counter", "Deployment/counter", "deployments/counter"])
  func oneWorkloadAsJSON(_ name: String) throws {
    let run = try Command("preview", "--workload", name, "--output", "json", "bakery").run()
    #expect(run.status == 0)
    #expect(
      run.output.hasPrefix(
        #"""
        {
          "rules": "documented",
          "pods": [
            {
              "namespace": "bakery",
              "name": "counter-*",
              "workload": {
                "kind": "Deployment",
                "name": "counter",
                "pods": 3
              },
              "injection": {
                "outcome": "inject",
                "reason": "requested",
                "message": "A sidecar is added, since namespace label kuma.io/sidecar-injection=enabled asks for it.",
                "evidence": {
                  "place": "namespaceLabel",
                  "key": "kuma.io/sidecar-injection",
                  "value": "enabled"
                }
              },
              "mesh": "default",
              "dataplane": {
                "action": "pending",
                "reason": "podHasNoAddress",
                "message": "The Dataplane will be this once the Pod has an address.",
                "resource": {
                  "apiVersion": "kuma.io/v1alpha1",
                  "kind": "Dataplane",
                  "mesh": "default",
                  "metadata": {
                    "namespace": "bakery",
                    "ownerReferences": []
                  },
                  "spec": {
                    "networking": {
                      "inbound": [
                        {
                          "port": 8080,
                          "tags": {
                            "app": "counter",
                            "k8s.kuma.io/namespace": "bakery",
                            "k8s.kuma.io/service-name": "counter",
                            "k8s.kuma.io/service-port": "80",
                            "kuma.io/protocol": "http",
                            "kuma.io/service": "counter_bakery_svc_80"
                          }
                        }
                      ],

        """#))
    #expect(
      run.output.contains(
        #"""
              "unknown": [
                {
                  "path": "metadata.name",
                  "needs": "pods"
                },
                {
                  "path": "metadata.ownerReferences",
                  "needs": "pods"
                },
                {
                  "path": "spec.networking.inbound[0].tags[\"pod-template-hash\"]",
                  "needs": "pods"
                }
              ],
              "findings": []
            }
        """#))
    #expect(run.output.ranges(of: "counter-*").count == 1)
  }

  @Test(arguments: [["sts/ledger"], ["bakery/ledger-"], ["led"]], [["bakery"]])
  func explainedByName(_ name: [String], _ files: [String]) throws {
    let run = try Command(["explain", "--release", "2.10.0"] + name + files).run()
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("bakery/ledger-* under the rules of Kuma 2.10.0\nStatefulSet ledger · 2 Pods\n"))
    #expect(
      run.output.contains(
        """
        Which Services?
          ledger: selects the Pod
            port 5432: port 5432 of container db
          counter: wants label app=counter, which is "ledger" on the Pod
          ledger-writes: selects those of the Pods, if any, that get the label \
        statefulset.kubernetes.io/pod-name=ledger-0 when they are made
        """))
    #expect(run.output.contains("\n    statefulset.kubernetes.io/pod-name  is known once there are Pods\n"))
    #expect(run.output.contains("\n  which other inbounds there are depends on labels that only running Pods have\n"))
  }

  @Test func aNameThatNothingHas() throws {
    let workload = try Command("preview", "--workload", "deployment/till", "bakery").run()
    #expect(workload.status == 2)
    #expect(
      workload.errors == """
        meshmap: workload deployment/till has no Pods in the input; there are cronjob/baking, daemonset/thermometer, \
        deployment/counter, statefulset/ledger

        """)
    let beginning = try Command("explain", "till", "bakery").run()
    #expect(beginning.status == 2)
    #expect(
      beginning.errors == """
        meshmap: no Pod of the input begins with "till"; there are bakery/baking-*, bakery/counter-*, bakery/ledger-*, \
        bakery/thermometer-*

        """)
    let malformed = try Command("preview", "--workload", "till", "bakery").run()
    #expect(malformed.status == 64)
    #expect(malformed.errors.contains(#""till" does not name a workload; write kind/name, such as deployment/web."#))
  }

  /// A kind that nobody knows makes Pods where its template is named.
  @Test(arguments: ["Engine=spec.pods", "Engine.example.org=spec.pods"])
  func aKindWhoseTemplateIsNamed(_ path: String) throws {
    let engine = """
      apiVersion: v1
      kind: Namespace
      metadata: {name: demo, labels: {kuma.io/sidecar-injection: enabled}}
      ---
      apiVersion: example.org/v1
      kind: Engine
      metadata: {name: v8, namespace: demo}
      spec:
        pods:
          metadata: {labels: {app: v8}}
          spec: {containers: [{name: engine}]}

      """
    let run = try Command("preview", "--pod-template", path, "-").run(input: engine)
    #expect(run.status == 0)
    #expect(run.output.contains("\n  Engine v8 · Pods of an unknown number  inject, pending\n    no port  service unknown"))
    #expect(try Command("preview", "-").report(input: engine).pods.isEmpty)
    let malformed = try Command("preview", "--pod-template", "Engine", "-").run(input: engine)
    #expect(malformed.status == 64)
    #expect(malformed.errors.contains(#""Engine" does not say where a kind has its template"#))
    for path in ["Engine=..", "Engine=spec..pods", "Engine=.spec", "=spec"] {
      let run = try Command("preview", "--pod-template", path, "-").run(input: engine)
      #expect(run.status == 64 && run.errors.contains("\"\(path)\" does not say where a kind has its template"))
    }
  }

  /// Reconciliation knows the Pods that there are.
  @Test func onlyPreviewsTellOfThem() throws {
    let run = try Command("reconcile", "bakery").report()
    #expect(run.pods.isEmpty)
  }

  @Test func whatChangesWithARelease() throws {
    let run = try Command("compare", "--from", "2.9.0", "--to", "2.10.0", "--workload", "deploy/counter", "bakery").run()
    #expect(run.status == 0)
    let labels = "labels app, kuma.io/proxy-type, pod-template-hash are added: 1 workload"
    #expect(run.output.contains("  \(labels) [dataplane-labels, proxy-type-label]\n"))
    #expect(!run.output.contains("ledger"))
    #expect(!run.output.contains("4444444444"))
  }

  /// A Pod that is there is told with how many its workload has.
  @Test func howManyPodsAWorkloadHas() throws {
    let run = try Command("preview", "--workload", "deployment/frontend", "--output", "json", "shop.json").run()
    let numbers = run.output.matches(of: /"kind": "Deployment",\n +"name": "frontend",\n +"pods": (\d+)/).map(\.output.1)
    #expect(!numbers.isEmpty)
    #expect(numbers.allSatisfy { Int($0) == numbers.count })
  }
}
