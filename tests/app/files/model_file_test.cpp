// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/model_file.h"

#include "app/files/builtin.h"
#include "builtin_resources.h"
#include "tests/app/files/issues.h"

#include <nlohmann/json.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace supernode {
namespace {

nlohmann::json deepSeek() { return nlohmann::json::parse(builtin::text("models/deepseek-r1.json")); }

std::string complaint(const nlohmann::json& json) {
    const Result<ModelSpec> model = readModel(json.dump());
    return model ? "was read" : sentences(model.issues());
}

void expectRefused(const std::string& pointer, const nlohmann::json& value, const std::string& field) {
    nlohmann::json json = deepSeek();
    json[nlohmann::json::json_pointer(pointer)] = value;
    const std::string said = complaint(json);
    EXPECT_EQ(said.rfind(field + ":", 0), 0u) << pointer << " = " << value << " said: " << said;
}

struct Row {
    std::string path;
    Provenance from;
};

std::vector<Row> rowsOf(const ModelSpec& model) {
    std::vector<Row> rows;
    struct Collector {
        std::vector<Row>& to;
        void operator()(std::string_view path, const Count& count) {
            to.push_back({std::string(path), count.from});
        }
        void operator()(std::string_view path, const std::optional<Count>& count) {
            if (count)
                (*this)(path, *count);
        }
    };
    visitModelFacts(model, Collector{rows});
    return rows;
}

// "61 / 7,168 / 3 / 58" says 7168, and "671B total" says 671.
bool says(std::string text, double number) {
    text.erase(std::remove(text.begin(), text.end(), ','), text.end());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = text.find_first_of("0123456789", at);
        if (start == std::string::npos)
            return false;
        at = text.find_first_not_of("0123456789.", start);
        if (std::stod(text.substr(start, at - start)) == number)
            return true;
    }
    return false;
}

TEST(ModelFile, TheBuiltInModelsAreRead) {
    int count = 0;
    for (const std::string_view path : builtin::paths())
        if (path.starts_with("models/")) {
            const Result<ModelSpec> model = readModel(builtin::text(path));
            EXPECT_TRUE(model) << path << "\n" << sentences(model.issues());
            EXPECT_EQ("models/" + model->id + ".json", path);
            ++count;
        }
    EXPECT_EQ(count, 6);
    EXPECT_EQ(builtinModels().front()->id, "deepseek-r1");
    EXPECT_EQ(builtinModel("gpt-3-175b")->layers.value, 96);
    EXPECT_EQ(builtinModel("gpt-9"), nullptr);
}

TEST(ModelFile, ANumberKeepsItsUnitGradeAndSource) {
    const ModelPtr model = builtinModel("deepseek-v3");
    EXPECT_EQ(model->latent->keyValueRank.value, 512);
    EXPECT_EQ(model->latent->keyValueRank.from.id, "D1.03");
    EXPECT_EQ(model->latent->keyValueRank.from.grade, Grade::Paper);
    EXPECT_EQ(model->sources.at(model->latent->keyValueRank.from.source).year, 2024);
}

// A number that is not assumed stands in the text, or in the subject, of the fact that it names, or is
// derived and says how.
TEST(ModelFile, TheBuiltInModelsFollowThePublishedFacts) {
    const FactTable table = builtinFacts();
    for (const ModelPtr& model : builtinModels())
        for (const Row& row : rowsOf(*model)) {
            const std::string where = model->id + " " + row.path;
            if (row.from.grade == Grade::Assumption || row.from.grade == Grade::Derived) {
                EXPECT_FALSE(row.from.note.empty()) << where << " says why";
                continue;
            }
            const PublishedFact* fact = table.find(row.from.id);
            ASSERT_TRUE(fact) << where << " names " << row.from.id;
            const bool none =
                row.from.shown == 0 && fact->value.find("no shared expert") != std::string::npos;
            EXPECT_TRUE(none || says(fact->value + " / " + fact->system, row.from.shown)) << where;
            EXPECT_EQ(row.from.grade, fact->grade) << where;
            EXPECT_EQ(row.from.source, fact->source) << where;
        }
}

// The derived numbers: heads x size = hidden in Llama 3; four times the hidden size in GPT-3; and gated or
// plain, with a table for the head or without, as the published total decides.
TEST(ModelFile, DerivedNumbersFollowFromTheOthers) {
    for (const char* id : {"llama-3-70b", "llama-3-405b"}) {
        const ModelPtr m = builtinModel(id);
        EXPECT_EQ(m->heads.value * m->grouped->headSize.value, m->hidden.value);
    }
    EXPECT_EQ(builtinModel("gpt-3-175b")->dense->inner.value, 4 * builtinModel("gpt-3-175b")->hidden.value);
    for (const ModelPtr& model : builtinModels()) {
        const double published = model->publishedParameters.value * 1e9;
        EXPECT_NEAR(parameters(*model), published, 0.01 * published) << model->id;
        ModelSpec other = *model;
        other.ffnMatrices.value = 5 - other.ffnMatrices.value;
        EXPECT_GT(std::abs(parameters(other) - published), 0.1 * published) << model->id;
    }
    ModelSpec shared = *builtinModel("deepseek-r1");
    EXPECT_EQ(std::round(parameters(shared) / 1e9), 671);
    shared.embeddingTables.value = 1;
    EXPECT_EQ(std::round(parameters(shared) / 1e9), 670);
}

// D1.06: 70,272 bytes a token in BF16.
TEST(ModelFile, DeepSeekCachesWhatTheFactSays) {
    const double published = builtinFacts().find("D1.06")->numbers.at(0);
    EXPECT_DOUBLE_EQ(cacheBytesPerToken(*builtinModel("deepseek-r1"), 2).base(), published);
}

TEST(ModelFile, SourcesAreTheSameDocumentsInBothPlaces) {
    const FactTable table = builtinFacts();
    for (const ModelPtr& model : builtinModels())
        for (const auto& [key, source] : model->sources)
            EXPECT_EQ(source, table.sources.at(key)) << key;
}

TEST(ModelFile, MistakesAreNamedByField) {
    expectRefused("/kind", "system", "kind");
    expectRefused("/schema", 2, "schema");
    expectRefused("/id", "Deep Seek", "id");
    expectRefused("/colour", "red", "colour");
    expectRefused("/shape/layers/value", 61.5, "shape.layers.value");
    expectRefused("/shape/layers/value", 0, "shape.layers");
    expectRefused("/shape/layers/grade", "certain", "shape.layers.grade");
    expectRefused("/shape/layers/source", "hearsay", "shape.layers.source");
    expectRefused("/shape/width", 5, "shape.width");
    expectRefused("/experts", 5, "experts");
    expectRefused("/experts/per_token/value", 300, "experts.per_token");
}

TEST(ModelFile, PartsMayBeLeftOutTogether) {
    nlohmann::json json = deepSeek();
    json.erase("experts");
    EXPECT_EQ(complaint(json).rfind("dense_ffn.layers:", 0), 0u) << complaint(json);
    json["dense_ffn"]["layers"]["value"] = 61;
    EXPECT_EQ(complaint(json), "was read");
    json.erase("latent_attention");
    EXPECT_EQ(complaint(json).rfind("grouped_attention:", 0), 0u) << complaint(json);
    json.erase("shape");
    EXPECT_NE(complaint(json).find("shape: is missing"), std::string::npos);
}

} // namespace
} // namespace supernode
