"""The words of Swedish announcements of projects: news, pages of projects and notices of decisions."""
