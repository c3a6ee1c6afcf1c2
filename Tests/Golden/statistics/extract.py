"""Copies the rows and the data that the tests use from the full set of reference values.

    python3 extract.py REFERENCE/open
"""
import csv, shutil, sys, os

source = sys.argv[1]
here = os.path.dirname(os.path.abspath(__file__))
os.makedirs(f"{here}/data", exist_ok=True)


def keep(name, target, wanted):
    with open(f"{source}/{name}.csv") as file:
        reader = csv.DictReader(file)
        rows = [row for row in reader if wanted(row)]
    with open(f"{here}/{target}.csv", "w") as file:
        writer = csv.DictWriter(file, reader.fieldnames, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    for dataset in [] if target.startswith(("nist/", "shapiro")) else sorted({row["dataset"] for row in rows} - {"inline", "none"}):
        dataset = {"kappa3": "kappa3_counts", "kappa4": "kappa4_counts", "mcnemar": "mcnemar_counts", "tea": "tea_counts", "two_by_two": "two_by_two_counts", "job_satisfaction": "job_satisfaction_counts", "HairEyeColor": "HairEyeColor_counts"}.get(dataset, dataset)
        shutil.copyfile(f"{source}/data/{dataset}.csv", f"{here}/data/{dataset}.csv")
    print(target, len(rows))


alpha = {"n", "alpha_raw", "alpha_std", "alpha_raw_if_dropped", "interitem_r_mean_min_max_var", "median_interitem_r", "item_mean", "item_sd"}
keep("reliability_alpha", "alpha", lambda row: row["analysis"] == "alpha" and "missing=listwise" in row["args"] and row["status"] == "ok" and (
    row["statistic"] in alpha and row["row"] != "var" or "feldt" in row["statistic"] or row["statistic"] == "item_rest_r" and row["fn"] == "stats::cor"))
keep("reliability_alpha", "alpha_by_anova", lambda row: row["analysis"] == "alpha" and "missing=listwise" in row["args"] and row["statistic"] in {"hoyt_anova_alpha", "average_interitem_r"})
keep("reliability_alpha", "alpha_intervals", lambda row: row["analysis"] == "alpha" and "missing=listwise" in row["args"] and ("_bonett_" in row["statistic"] or "_duhachek_" in row["statistic"]))
keep("reliability_alpha", "alpha_pairwise", lambda row: row["analysis"] == "alpha" and "missing=pairwise" in row["args"] and row["status"] == "ok" and (
    row["statistic"] in {"n", "n_any_valid", "n_min_pair", "alpha_raw", "alpha_std_from_pairwise_r", "interitem_r_mean_min_max_var", "interitem_cov_mean", "alpha_raw_if_dropped", "item_mean", "item_sd"} and row["row"] != "var"))
keep("reliability_alpha", "alpha_bootstrap", lambda row: row["analysis"] == "alpha_bootstrap")
shutil.copyfile(f"{source}/data/boot_indices_60x999.csv", f"{here}/data/boot_indices_60x999.csv")
keep("reliability_alpha", "halves", lambda row: row["analysis"] == "alpha" and "missing=listwise" in row["args"] and (
    row["statistic"].startswith(("guttman_raw_", "split_")) or row["statistic"] in {"sem_total", "total_mean", "total_var"}))
shapes = {"n_valid", "n_missing", "mean", "median", "min", "max", "sd", "mad_scaled", "count", "floor_prop", "ceiling_prop"}
keep("agreement_rci", "reliable_change", lambda row: row["analysis"] == "reliable_change" and not row["statistic"].startswith("cutoff"))
keep("reliability_ordinal", "ordinal", lambda row: row["analysis"] == "ordinal_reliability" and row["statistic"] in {
    "ordinal_alpha", "ordinal_omega_minres1", "wlsmv_lambda", "ordinal_omega_wlsmv", "categorical_omega_green_yang"})
keep("descriptives", "descriptives", lambda row: row["analysis"] == "descriptives" and row["status"] == "ok" and (
    row["statistic"] in shapes or row["statistic"].startswith(("skewness_type", "kurtosis_excess_type", "quantile_"))))
keep("descriptives", "scale_scores", lambda row: row["analysis"] == "scale_score" and row["args"].endswith("score=mean_complete"))
keep("reliability_omega", "omega", lambda row: row["statistic"] in {"cfa1_lambda_unstd", "cfa1_theta_unstd", "omega_u_cfa_ml", "omega_u_cfa_obs_var", "omega_std_cfa_ml", "ave", "maximal_reliability_H", "omega_efa1_minres_std"})
groups = {"n", "mean", "sd", "welch_t", "welch_df", "welch_p", "welch_se", "welch_diff_ci95", "hedges_g", "hedges_J_exact", "hedges_g_ci95", "ncp_t_ci95",
          "tost_welch_bound_raw", "tost_welch_p", "tost_welch_p_lower", "tost_welch_p_upper", "tost_welch_ci90"}
keep("group_comparisons", "two_groups", lambda row: row["analysis"] == "two_group" and row["statistic"] in groups and not row["fn"].startswith("effectsize"))
others = {"student_t", "student_df", "student_p", "student_se", "student_diff_ci95", "mw_U1", "mw_U2", "mw_z_nocc", "mw_p_asymptotic_nocc", "mw_p_asymptotic_cc",
          "mw_p_exact", "mw_p_exact_conditional", "hodges_lehmann", "hodges_lehmann_median_of_differences", "hodges_lehmann_ci95_exact",
          "cliffs_delta", "cliffs_delta_var", "cliffs_delta_ci95", "p_superiority"}
keep("group_comparisons", "two_groups_tests", lambda row: row["analysis"] == "two_group" and row["status"] == "ok" and row["statistic"] in others)
pairs = {"t", "df", "p", "diff_mean", "diff_ci95", "d_z", "d_z_ci95", "g_z", "d_av", "n_nonzero", "wilcoxon_V_plus", "wilcoxon_z_nocc", "wilcoxon_z_pratt",
         "wilcoxon_p_exact", "wilcoxon_p_exact_conditional", "wilcoxon_p_exact_wilcoxon", "wilcoxon_p_exact_pratt", "rank_biserial_matched", "sign_test_p", "tost_bound_raw", "tost_p"}
keep("group_comparisons", "paired", lambda row: row["analysis"] == "paired" and row["status"] == "ok" and row["statistic"] in pairs and not row["fn"].startswith("effectsize"))
keep("distributions", "noncentral_t", lambda row: row["statistic"] == "nct_cdf")
keep("degenerate_behaviour", "degenerate", lambda row: "RECOMMENDED" in row["note"] or row["statistic"] == "n_complete_usable_items")
keep("distributions", "noncentral", lambda row: row["statistic"] in {"ncf_cdf", "ncchisq_cdf"})
keep("distributions", "studentized_range", lambda row: row["statistic"] == "studentized_range_sf")
keep("tables_correlation_padjust", "correlations", lambda row: row["analysis"] == "correlation_test")
keep("reliability_ordinal", "polychoric", lambda row: row["analysis"] == "polychoric" and (
    row["statistic"] in {"rho_twostep", "rho_twostep_univariate_thresholds", "thresholds", "zero_cells_total"}
    or row["statistic"] == "rho_lavaan" and row["dataset"] == "binary" and {row["row"], row["col"]} == {"T2", "T8"}))
keep("reliability_ordinal", "polychoric_lavaan", lambda row: row["analysis"] == "polychoric" and row["statistic"] == "rho_lavaan" and row["row"] < row["col"])
keep("distributions", "rank_distributions", lambda row: row["statistic"] in {"mannwhitney_cdf", "signedrank_cdf"})
keep("distributions", "bivariate_normal_quadrature", lambda row: row["statistic"] == "bvn_cdf")
keep("agreement_rci", "kappa_psych", lambda row: row["analysis"] == "kappa" and row["statistic"] == "kappa_ci95" and row["row"].startswith("unweighted"))
keep("agreement_rci", "icc", lambda row: row["analysis"] == "icc" and row["package"] != "psych")
keep("agreement_rci", "kappa", lambda row: row["analysis"] == "kappa" and row["package"] == "formula")
keep("python_second_source", "icc_python", lambda row: row["analysis"] == "icc")
keep("python_second_source", "kappa_python", lambda row: row["analysis"] == "kappa")
keep("python_second_source", "krippendorff", lambda row: row["analysis"] == "krippendorff")
keep("factor_efa", "correlation_matrices", lambda row: row["statistic"] in {"r_pearson", "r_spearman"} and row["row"] < row["col"])
keep("tables_correlation_padjust", "p_adjust", lambda row: row["analysis"] == "p_adjust" and row["statistic"] in {"holm", "hochberg", "BH", "bonferroni"})
keep("tables_correlation_padjust", "contingency", lambda row: row["analysis"] == "contingency" and not row["fn"].startswith("effectsize") and (
    not row["statistic"].startswith(("mcnemar", "gof", "linear_by_linear", "contingency_coefficient", "cohens_h", "pearson_residual"))))
several = {"ss_between", "ss_within", "df", "F", "p", "eta2", "omega2", "epsilon2", "eta2_ci90_steiger", "eta2_ci95_steiger", "welch_F", "welch_df", "welch_p",
           "kruskal_H", "kruskal_df", "kruskal_p", "rank_epsilon2"}
keep("group_comparisons", "several_groups", lambda row: row["analysis"] == "k_group" and row["statistic"] in several and not row["fn"].startswith("effectsize"))
keep("group_comparisons", "pairs_of_groups", lambda row: row["analysis"] == "posthoc" and row["statistic"] in {"tukey", "games_howell", "dunn"})
shutil.copytree(f"{source}/nist/anova", f"{here}/nist/anova", dirs_exist_ok=True)
keep("nist_certified", "nist/anova", lambda row: row["analysis"] == "nist_anova" and row["statistic"] == "F")
# Of independent groups: effects, assumptions, other tests and corrections.
more = {"cohens_d_pooled", "cohens_d_ci95", "glass_delta_sd2", "cohens_d_avg_sd", "rank_biserial_ci95"}
keep("group_comparisons", "two_groups_effects", lambda row: row["analysis"] == "two_group" and row["status"] == "ok" and row["statistic"] in more and row["fn"].startswith("formula"))
shapes2 = {"levene_mean_F", "levene_mean_p", "levene_median_F", "levene_median_p", "shapiro_W_g1", "shapiro_p_g1", "shapiro_W_g2", "shapiro_p_g2"}
keep("group_comparisons", "two_groups_shapes", lambda row: row["analysis"] == "two_group" and row["status"] == "ok" and row["statistic"] in shapes2)
keep("python_second_source", "brunner_munzel", lambda row: row["statistic"].startswith("brunner_munzel"))
keep("tables_correlation_padjust", "shapiro", lambda row: row["analysis"] == "shapiro")
spread = {"brown_forsythe_F", "brown_forsythe_df2", "brown_forsythe_p", "levene_mean_F", "levene_mean_p", "levene_median_F", "levene_median_p", "bartlett_K2", "bartlett_p"}
keep("group_comparisons", "several_groups_spread", lambda row: row["analysis"] == "k_group" and row["statistic"] in spread)
keep("group_comparisons", "pairwise_t", lambda row: row["analysis"] == "posthoc" and row["statistic"].startswith("pairwise_t_pooled"))
