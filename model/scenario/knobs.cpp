// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scenario/knobs.h"

#include "model/base/number_text.h"
#include "model/scenario/words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace supernode {
namespace {

using enum KnobScale;

// Spans of sliders are a choice of taste; what is allowed stands in workload_fields.h.
constexpr auto fieldTable = std::to_array<KnobWords>({
    {"operation", "Operation", "",
     "Line: links at their full rate, an upper bound. Read and write: as measured."},
    {"ranks",
     "Ranks",
     "",
     "How many endpoints take part; all others stay idle.",
     {},
     KnobScale::Doubling,
     "all"},
    {"placement", "Placement", "", "Packed: neighbours first. Scattered: one rank on each node in turn."},
    {"target", "Target", "", "Whether memory of another chip or of a CPU is read or written."},
    {"scope", "Distance", "", "Whether both ends are on one node or on two."},
    {"from", "From", "", "The endpoint that begins, by its name; empty picks the first that fits."},
    {"to", "To", "", "The endpoint at the other end, by its name; empty picks the first that fits."},
    {"network", "Network", "", "Which of the machine's networks carries the bytes."},
    {"bytes",
     "Size",
     "bytes",
     "Bytes of each rank; for collectives the larger of the two buffers.",
     {1024, 1073741824.0}},
    {"zipf",
     "Skew",
     "",
     "0: all receivers are equally popular; 1: the second gets half as much as the first.",
     {0, 2},
     Linear},
    {"seed", "Seed", "", "Another seed draws another permutation.", {1, 100}, Linear},
    {"share",
     "Hot share",
     "",
     "Part of its bytes that every rank sends to the one hot rank.",
     {0, 1},
     Linear},
    {"algorithm", "Algorithm", "",
     "How the ranks take turns; auto times every algorithm and takes the fastest."},
    {"tokens_per_rank",
     "Tokens per rank",
     "tokens",
     "Tokens whose vectors each rank sends to experts.",
     {1, 8192}},
    {"top_k", "Experts per token", "", "Each token goes to so many experts.", {1, 16}, Linear},
    {"hidden", "Hidden size", "numbers", "Length of the vector that stands for a token.", {512, 32768}},
    {"experts", "Experts", "", "Experts of the layer, spread over the ranks in equal numbers.", {8, 1024}},
    {"redundant",
     "Copies",
     "",
     "More copies of the most popular experts, one slot each.",
     {0, 256},
     KnobScale::Doubling,
     "none"},
    {"element", "Number format", "", "Format of the numbers that are sent."},
    {"senders", "Senders", "ranks", "Ranks that have filled caches.", {1, 0}},
    {"receivers", "Receivers", "ranks", "Ranks that go on with them.", {1, 0}},
    {"model", "Model", "", "The language model whose layers are computed."},
    {"chips", "Chips", "", "How many chips share the model.", {}, KnobScale::Doubling, "all"},
    {"precision", "Precision", "", "Number format of the matrix products."},
    {"batch_per_chip",
     "Batch per chip",
     "requests",
     "Requests that a chip serves at once; more of them give more tokens, each later.",
     {0, 1024},
     KnobScale::Doubling,
     "largest that fits"},
    {"context_tokens",
     "Context",
     "tokens",
     "Tokens that each request has behind it; their keys and values are read for every new one.",
     {128, 131072}},
    {"output_tokens", "Output", "tokens", "Tokens that each request gets.", {16, 8192}},
    {"mtp_acceptance",
     "Guess accepted",
     "",
     "Chance that a token guessed ahead is right, so that a step gives it for free.",
     {0, 1},
     Linear,
     "no guessing"},
    {"microbatches",
     "Microbatches",
     "",
     "Two halves of the batch hide each other's messages.",
     {1, 2},
     Linear},
    {"expert_balance", "Expert balance", "",
     "Default: as uneven as routers were seen to be. Perfect: all experts get the same."},
    {"tensor_parallel",
     "Tensor ranks",
     "ranks",
     "Ranks that share each matrix and sum up after each layer.",
     {0, 64},
     KnobScale::Doubling,
     "as usual"},
    {"redundant_experts",
     "Redundant experts",
     "",
     "Further copies of popular experts in each layer: the hottest die gets fewer tokens, and all hold more.",
     {0, 1024},
     KnobScale::Doubling,
     "as usual"},
    {"prompt_ranks",
     "Ranks of a prompt",
     "ranks",
     "Ranks that share each prompt: its tokens, and in attention its heads. What they swap goes over links.",
     {1, 128},
     KnobScale::Doubling},
    {"tokens_per_chip",
     "Tokens per chip",
     "tokens",
     "Tokens of prompts that a chip takes into one pass.",
     {512, 131072}},
    {"prompt_tokens", "Prompt", "tokens", "Tokens of each prompt.", {128, 131072}},
    {"cached_fraction",
     "Found in cache",
     "",
     "Part of each prompt whose keys and values are fetched instead of computed.",
     {0, 1},
     Linear},
    {"cache_network", "Cache network", "", "Over which network the cached part arrives."},
    {"prefill_instances", "Prefill instances", "", "Copies of the model that take in prompts.", {1, 32}},
    {"prefill_chips", "Chips of each (prefill)", "chips", "Chips of one instance of prefill.", {1, 256}},
    {"decode_instances", "Decode instances", "", "Copies of the model that put out tokens.", {1, 32}},
    {"decode_chips", "Chips of each (decode)", "chips", "Chips of one instance of decode.", {1, 384}},
    {"arrivals_per_second",
     "Arrivals",
     "requests/s",
     "Requests that come in a second, at random.",
     {0.1, 1000},
     Decades},
    {"first_token_limit_ms",
     "First token within",
     "ms",
     "A request counts as good when its first token comes in time.",
     {100, 20000},
     Decades},
    {"output_token_limit_ms",
     "Next tokens within",
     "ms",
     "A request counts as good when its further tokens come in time.",
     {5, 200},
     Decades},
    {"transfer_network", "Transfer network", "", "Over which network caches go from prefill to decode."},
    {"sequence_tokens", "Sequence", "tokens", "Tokens of each training sequence.", {1024, 131072}},
    {"global_batch", "Global batch", "sequences", "Sequences of one step, over all chips.", {8, 8192}},
    {"microbatch", "Microbatch", "sequences", "Sequences that a chip takes at once.", {1, 64}},
    {"pipeline_parallel", "Pipeline stages", "", "Groups of layers on different chips.", {1, 64}},
    {"context_parallel", "Context ranks", "ranks", "Ranks that share one long sequence.", {1, 64}},
    {"expert_parallel", "Expert ranks", "ranks", "Ranks over which the experts are spread.", {1, 512}},
    {"virtual_stages",
     "Parts of a stage",
     "",
     "Parts of each stage that take turns: more of them idle less and send more.",
     {1, 8},
     Linear},
    {"optimizer", "Optimizer state", "",
     "Sharded: each data rank keeps its part of the optimizer's numbers. Copied: each keeps all of them. "
     "Fully sharded: it keeps its part of weights and gradients, too, and gathers each layer's weights."},
    {"recompute", "Made again", "",
     "What the backward pass makes again instead of keeping it: slower, and less memory."},
    {"prediction_modules",
     "Prediction modules",
     "",
     "Modules behind the last layer that learn to guess further tokens: a layer and a head each.",
     {0, 2},
     Linear,
     "none"},
});

const KnobWords* wordsFor(std::string_view field) {
    const auto found = std::find_if(fieldTable.begin(), fieldTable.end(),
                                    [&](const KnobWords& w) { return w.field == field; });
    return found == fieldTable.end() ? nullptr : &*found;
}

// The fields of the file, and the batch, which the file may name by a word.
template <class W, class V>
void visitKnobs(W& w, V&& v) {
    if constexpr (requires { w.batchPerChip; })
        v("batch_per_chip", w.batchPerChip, rankRange);
    visitFields(w, v);
}

class Collector {
public:
    Collector(const SystemSpec& system, std::vector<Knob>& out) : m_system(system), m_out(out) {}

    template <class Member>
    void operator()(const char* field, const Member& member, Range allowed) {
        Knob knob;
        knob.words = wordsFor(field);
        if (!knob.words)
            return; // a test sees to it that this does not happen
        knob.allowed = allowed;
        knob.usual = knob.words->usual;
        knob.usual.least = std::max(knob.usual.least, allowed.least);
        fill(knob, member);
        m_out.push_back(std::move(knob));
    }

private:
    void fill(Knob& knob, Bytes size) const { number(knob, KnobForm::Size, size.base()); }
    void fill(Knob& knob, double value) const { number(knob, KnobForm::Number, value); }
    void fill(Knob& knob, std::uint64_t seed) const {
        number(knob, KnobForm::Whole, static_cast<double>(seed));
    }
    void fill(Knob& knob, int count) const {
        number(knob, KnobForm::Whole, count);
        if (knob.usual.most > 0)
            return;
        const std::string_view field = knob.words->field;
        knob.usual.most = field == "chips" ? m_system.chips() : m_system.endpoints();
    }
    void fill(Knob& knob, const std::optional<double>& value) const {
        number(knob, KnobForm::Number, 0);
        knob.value = value;
        knob.mayBeNone = true;
    }
    void fill(Knob& knob, const std::string& text) const {
        knob.form = KnobForm::Text;
        knob.word = text;
    }
    template <class Enum>
    requires std::is_enum_v<Enum>
    void fill(Knob& knob, Enum value) const {
        knob.form = KnobForm::Choice;
        knob.word = toWord(value);
        for (const auto& [word, meaning] : wordsOf(Enum{}))
            knob.choices.push_back(word);
    }
    static void number(Knob& knob, KnobForm form, double value) {
        knob.form = form;
        knob.value = value;
    }

    const SystemSpec& m_system;
    std::vector<Knob>& m_out;
};

// Finds one field and changes it, or says why not.
class WorkloadSetter {
public:
    WorkloadSetter(std::string_view field, std::optional<double> number, const std::string* word)
        : m_field(field), m_number(number), m_word(word),
          m_issue(Issue{name(), "this workload has no such number", "give one that it has"}) {}

    template <class Member>
    void operator()(const char* field, Member& member, Range allowed) {
        if (field == m_field)
            set(member, allowed);
    }
    const std::optional<Issue>& issue() const { return m_issue; }

private:
    std::string name() const { return "workload." + std::string(m_field); }

    void set(Bytes& size, Range allowed) {
        if (accept(allowed))
            size = supernode::bytes(*m_number);
    }
    void set(double& value, Range allowed) {
        if (accept(allowed))
            value = *m_number;
    }
    void set(std::optional<double>& value, Range allowed) {
        if (!m_word && !m_number) {
            value.reset();
            m_issue.reset();
        } else if (accept(allowed)) {
            value = m_number;
        }
    }
    template <class Count>
    requires std::is_integral_v<Count>
    void set(Count& count, Range allowed) {
        if (accept(allowed))
            count = static_cast<Count>(std::llround(*m_number));
    }
    void set(std::string& text, Range) {
        if (m_word) {
            text = *m_word;
            m_issue.reset();
        }
    }
    template <class Enum>
    requires std::is_enum_v<Enum>
    void set(Enum& value, Range) {
        if (m_word && fromWord(*m_word, value))
            m_issue.reset();
        else
            m_issue = Issue{name(), m_word ? "\"" + *m_word + "\" is not known" : "this is a word",
                            "give one of " + listOf(value)};
    }
    bool accept(Range allowed) {
        if (!m_number)
            return false;
        if (*m_number >= allowed.least && *m_number <= allowed.most) {
            m_issue.reset();
            return true;
        }
        m_issue = Issue{name(), numberText(*m_number) + " is outside what can be asked",
                        "give " + numberText(allowed.least) + " to " + numberText(allowed.most)};
        return false;
    }

    std::string_view m_field;
    std::optional<double> m_number;
    const std::string* m_word;
    std::optional<Issue> m_issue;
};

Result<Workload> changed(Workload workload, WorkloadSetter setter) {
    std::visit([&](auto& w) { visitKnobs(w, setter); }, workload);
    return setter.issue() ? Result<Workload>::refused(*setter.issue())
                          : Result<Workload>(std::move(workload));
}

} // namespace

std::vector<Knob> knobsOf(const Workload& workload, const SystemSpec& system) {
    std::vector<Knob> knobs;
    std::visit([&](const auto& w) { visitKnobs(w, Collector(system, knobs)); }, workload);
    return knobs;
}

Result<Workload> withNumber(Workload workload, std::string_view field, std::optional<double> value) {
    return changed(std::move(workload), WorkloadSetter(field, value, nullptr));
}

Result<Workload> withWord(Workload workload, std::string_view field, const std::string& word) {
    return changed(std::move(workload), WorkloadSetter(field, std::nullopt, &word));
}

const std::string* modelIn(const Workload& workload) {
    return std::visit(
        [](const auto& w) -> const std::string* {
            if constexpr (requires { w.model; })
                return &w.model;
            else
                return nullptr;
        },
        workload);
}

} // namespace supernode
