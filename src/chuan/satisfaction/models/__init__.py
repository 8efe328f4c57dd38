"""Surveys and their answers."""

from chuan.satisfaction.models.surveys import Survey, SurveyAnswer

__all__ = ["Survey", "SurveyAnswer"]
