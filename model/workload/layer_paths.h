// SPDX-License-Identifier: GPL-3.0-or-later
// One layer of a language model on an instance as segments that follow each other, each with its cost.
//
// Segments: attention; router, dispatch, experts and combine, or the dense feed-forward part; sums among
// tensor ranks between them. All ranks wait for the slowest: the rank with the hottest experts, or one for
// shared experts, which ever has more to do; what it receives sets the pace of dispatch and combine. Traffic
// of a segment is made once, for the damaged fabric, and refers to Plan::exchanges. Units: seconds, bytes.
// Errors: ranks that cannot reach each other.
#pragma once

#include "model/workload/collective_plan.h"
#include "model/workload/instance.h"
#include "model/workload/moe_plan.h"

#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace supernode {

// One exchange: its traffic stands in Plan::exchanges.
struct Sent {
    std::uint32_t traffic = Span::none;
    double times = 1; // so often that traffic
    Duration start;   // before the first byte, of all of them
    Duration wire;    // until the last byte, of all of them
};

struct Segment {
    std::string name; // "attention"
    Lane lane = Lane::Compute;
    Cost cost;
    std::vector<Sent> sent = {}; // one after the other

    double seconds() const { return cost.total(); }
};
using Path = std::vector<Segment>;

double secondsOf(const Path& path);
Cost costOf(const Path& path);

// What one microbatch of a rank does in a layer, with a share of the cores.
struct LayerAsked {
    Batch batch;
    bool experts = true; // a layer with experts, or one of the dense layers
    double attentionCores = 1;
    double expertCores = 1;
    bool sampling = true; // choosing experts is noisy, as in small batches
};

struct LayerPaths {
    Path attention; // norms, projections, scores; sums among tensor ranks
    Path forward;   // what follows it

    double hbmBytes = 0;              // of both
    std::vector<WorkPoint> work = {}; // of both; stage and repeats are for whoever runs the layer
};

// Times: nothing is added to the plan.
enum class Keep : std::uint8_t { Times, Traffic };

class LayerMaker {
public:
    LayerMaker(const Asked& asked, const ModelSpec& model, const Instance& instance, Plan& plan)
        : m_asked(asked), m_model(model), m_instance(instance), m_plan(plan),
          m_ways(asked.fabric, asked.state) {}

    // Keep::Times is for layers that are only compared.
    Result<LayerPaths> make(const LayerAsked& layer, Keep keep);
    Cost outputCost(double rows) const; // norm and head
    std::vector<WorkPoint> outputWork(double rows) const;
    WorkPoint workOf(const Operator& part, const Cost& cost) const;
    Cost costOfParts(const LayerParts& parts, double cores) const;

private:
    struct Hot {
        ExpertLoad load;
        double rows = 0; // of routed experts
    };
    Hot hottest(const LayerAsked& layer, double tokens) const;
    std::vector<double> rowsByRank(double tokens, const Hot& hot) const;
    // Appends the messages of a part, or says why they cannot be sent.
    std::optional<Issue> addExchange(Path& path, Exchange exchange, double tokens, const Hot& hot, Keep keep);
    const MoeTime& exchangeOf(MoeDirection direction, double tokens, const Hot& hot);
    std::optional<Issue> addMessage(Path& path, const Operator& part, double tokens, const Hot& hot,
                                    Keep keep);
    void waitForSharedRanks(Path& forward, const LayerAsked& layer, double tokens, const Speed& speed) const;
    double joiningOf(const Batch& batch) const; // seconds
    std::vector<std::vector<std::uint32_t>> neighbours(int each) const;
    Result<std::vector<CollectiveStep>> allToAll(const Message& message) const;
    Result<std::vector<CollectiveStep>> collective(const Message& message) const;
    std::optional<Issue> addCollective(Path& path, const Operator& part, Keep keep);

    const Asked& m_asked;
    const ModelSpec& m_model;
    const Instance& m_instance;
    Plan& m_plan;
    NodeWays m_ways;
    std::map<std::pair<Exchange, double>, double> m_collectiveSeconds;       // by whole bytes
    std::map<std::tuple<MoeDirection, double, double>, MoeTime> m_exchanges; // by tokens and hottest rows
};

} // namespace supernode
